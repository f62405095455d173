namespace GridGovernance.Sdk.Tests.Cases;

/// <content>The rows: states, trigger, state reached, who, conditions and what is left behind.</content>
internal sealed partial class PresetTable
{
    private const string Text = """

        # daily ordinary serious
        open reported grid-worker
        open control township-commander
        open accepted dispatcher
        open dispatched lead
        open handling lead
        open suspended lead
        [d]open verifying village-head
        [os]open verifying verifier
        end closed,forced,rejected,referred,handed-over,merged
        reported raise-alarm control grid-worker note
        reported verify reported grid-worker note,verifies
        reported accept accepted grid-worker,dispatcher verified
        reported merge merged grid-worker,dispatcher merges
        accepted,dispatched,handling,suspended merge merged dispatcher merges
        reported reject rejected grid-worker,dispatcher note
        [d]reported handle-on-spot verifying grid-worker note,lists,handled
        control dispatch dispatched township-commander,dispatcher dispatches
        control stand-down accepted township-commander note
        accepted dispatch dispatched dispatcher dispatches
        accepted refer referred dispatcher note
        dispatched,handling,suspended dispatch dispatched dispatcher dispatches
        dispatched,handling,suspended force-close forced township-commander note
        dispatched sign-in handling lead -
        dispatched return accepted lead note,once,returned
        handling finish verifying lead note,handled
        handling suspend suspended lead note
        handling hand-over handed-over lead note
        suspended resume handling lead -
        [d]verifying pass closed village-head,verifier other
        [o]verifying pass closed verifier,village-head other
        [s]verifying pass closed verifier,township-commander other
        [d]verifying fail handling village-head,verifier note,other,led,reworked
        [d]verifying fail accepted village-head,verifier note,other,reworked
        [o]verifying fail handling verifier,village-head note,other,led,reworked
        [s]verifying fail handling verifier,township-commander note,other,led,reworked
        [d]closed reopen accepted dispatcher note,within:5:working-days:civil,returned
        [o]closed reopen accepted dispatcher note,within:10:working-days:civil,returned
        [s]closed reopen accepted dispatcher note,within:15:working-days:civil,returned

        # digital-city
        open reported acceptor
        open verifying-report collector
        open filed dispatcher
        open dispatched lead
        open handling lead
        open hung lead
        open feedback acceptor
        open checking collector
        open evaluating assessor
        end archived,forced,rejected,merged
        reported ask-verification verifying-report acceptor -
        reported file filed acceptor,shift-leader verified
        reported reject rejected acceptor,shift-leader note
        verifying-report exists filed collector verifies
        verifying-report not-exists rejected collector note
        verifying-report unable reported collector note
        reported merge merged acceptor merges
        filed merge merged dispatcher merges
        filed dispatch dispatched dispatcher dispatches
        filed send-back reported dispatcher note
        dispatched sign-in handling lead -
        dispatched return filed lead note,once,returned
        handling report-back feedback lead note,handled
        handling hang hung shift-leader note
        hung resume handling lead,shift-leader -
        dispatched,handling,hung force-close forced shift-leader note
        feedback ask-check checking acceptor -
        feedback rework handling acceptor,shift-leader note,reworked
        checking pass evaluating collector other
        checking not-pass handling collector note,other,reworked
        checking unable feedback collector note
        evaluating evaluate archived assessor -

        # hotline-12345
        open received hotline-operator
        open accepted dispatcher
        open dispatched lead
        open handling lead
        open objecting hotline-reviewer
        open terminating hotline-reviewer
        open callback hotline-operator
        end answered,declined,terminated,closed,merged
        received answer answered hotline-operator note
        received decline declined hotline-operator note
        received accept accepted hotline-operator -
        received merge merged hotline-operator merges
        accepted merge merged dispatcher merges
        accepted dispatch dispatched dispatcher dispatches
        dispatched sign-in handling lead -
        dispatched object objecting lead note,once,within:1:working-days:civil
        objecting uphold accepted hotline-reviewer returned
        objecting overrule handling hotline-reviewer note
        handling finish callback lead note,handled
        handling ask-termination terminating lead note
        terminating approve terminated hotline-reviewer note
        terminating deny handling hotline-reviewer note
        callback satisfied closed hotline-operator other
        callback dissatisfied handling hotline-operator note,other,reworked
        callback unreachable closed hotline-operator note,other
        closed reopen accepted dispatcher,hotline-operator note,within:15:calendar-days:hotline,returned

        # whistle
        open blowing township-commander
        open daily lead
        open key lead
        open emergency lead
        open deciding county-commander
        open handling lead
        open rating township-commander
        end closed,withdrawn
        blowing blow-daily daily township-commander dispatches
        blowing blow-key key township-commander dispatches
        blowing blow-emergency emergency township-commander dispatches
        blowing withdraw withdrawn township-commander note
        daily,key,emergency arrive handling lead -
        daily,key,emergency refuse deciding lead note
        deciding order handling county-commander note
        deciding release blowing county-commander note,returned
        handling finish rating lead note,handled
        rating pass closed township-commander other
        rating fail handling township-commander note,other,reworked

        # mediation
        open applied mediation-director
        open mediating mediator
        open confirmation-applied court-clerk
        open confirming judge
        open suit-filed court-clerk
        open litigating judge
        end not-accepted,agreed,failed,confirmed,confirmation-rejected,suit-rejected,judged,settled,withdrawn
        applied accept mediating mediation-director -
        applied decline not-accepted mediation-director note
        mediating agree agreed mediator note,handled
        mediating refuse failed mediator note
        mediating fail failed mediator note
        agreed apply-confirmation confirmation-applied court-clerk within:30:calendar-days:procedure
        agreed,failed,confirmation-rejected sue suit-filed court-clerk within:3:years:civil
        confirmation-applied admit confirming court-clerk -
        confirmation-applied dismiss confirmation-rejected court-clerk note
        confirming confirm confirmed judge -
        confirming reject confirmation-rejected judge note
        suit-filed admit-suit litigating court-clerk -
        suit-filed reject-suit suit-rejected court-clerk note
        litigating judge judged judge note
        litigating settle settled judge note
        litigating withdraw withdrawn judge note

        # petition
        open registered petition-officer
        open forwarded lead
        open assigned lead
        open objecting petition-officer
        open disputed petition-head
        open handling lead
        open reviewing review-officer
        open rechecking recheck-officer
        open hearing recheck-officer
        end not-accepted,replied,reviewed,concluded
        registered forward forwarded petition-officer dispatches
        registered decline not-accepted petition-officer note
        forwarded,assigned accept handling lead -
        forwarded object objecting lead note,once,within:5:working-days:petition
        objecting consent registered petition-officer returned
        objecting reject-objection assigned petition-officer note
        objecting refer-up disputed petition-officer note
        disputed settle assigned petition-head note
        handling reply replied lead note,handled
        replied apply-review reviewing review-officer within:30:calendar-days:petition
        reviewing decide reviewed review-officer note,other
        reviewed apply-recheck rechecking recheck-officer within:30:calendar-days:petition
        rechecking hold-hearing hearing recheck-officer -
        hearing end-hearing rechecking recheck-officer -
        rechecking conclude concluded recheck-officer note,other

        # agency-service
        open entrusted service-agent
        open collecting service-agent
        open submitted lead
        open supplementing service-agent
        open processing lead
        open delivering service-agent
        end delivered,declined,rejected,withdrawn
        entrusted accept collecting service-agent -
        entrusted decline declined service-agent note
        collecting submit submitted service-agent dispatches
        collecting,supplementing withdraw withdrawn service-agent note
        submitted admit processing lead -
        submitted ask-supplement supplementing lead note
        submitted reject rejected lead note
        supplementing resubmit submitted service-agent -
        processing decide delivering lead note,handled
        delivering deliver delivered service-agent -

        # hazard-alert
        open alerted grid-worker
        open controlling village-head
        open assessing township-commander
        open treating lead
        open checking verifier
        end cleared,dismissed
        alerted confirm controlling grid-worker,village-head -
        alerted dismiss dismissed grid-worker,village-head note
        controlling control assessing grid-worker,village-head note
        assessing dispatch treating township-commander dispatches
        assessing clear cleared township-commander note
        treating finish checking lead note,handled
        checking pass cleared verifier other
        checking fail treating verifier note,other,reworked
        """;
}
