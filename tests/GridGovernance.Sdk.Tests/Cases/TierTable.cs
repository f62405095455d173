using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>What the three tiers permit, written down by hand from the articles' flow, and a naive judge over it. It reads no definition.</summary>
internal static class TierTable
{
    // Tiers (d, o, s), state, trigger, state reached, who, conditions.
    private static readonly string[][] Rows =
    [
        .. """
        dos reported raise-alarm control grid-worker note
        dos reported accept accepted grid-worker,dispatcher -
        dos reported reject rejected grid-worker,dispatcher note
        d-- reported handle-on-spot verifying grid-worker note,lists
        dos control dispatch dispatched township-commander,dispatcher -
        dos control stand-down accepted township-commander note
        dos accepted dispatch dispatched dispatcher -
        dos accepted refer referred dispatcher note
        dos dispatched dispatch dispatched dispatcher -
        dos handling dispatch dispatched dispatcher -
        dos suspended dispatch dispatched dispatcher -
        dos dispatched force-close forced township-commander note
        dos handling force-close forced township-commander note
        dos suspended force-close forced township-commander note
        dos dispatched sign-in handling lead -
        dos dispatched return accepted lead note,once
        dos handling finish verifying lead note
        dos handling suspend suspended lead note
        dos handling hand-over handed-over lead note
        dos suspended resume handling lead -
        d-- verifying pass closed village-head,verifier other
        -o- verifying pass closed verifier,village-head other
        --s verifying pass closed verifier,township-commander other
        d-- verifying fail handling village-head,verifier note,other,led
        d-- verifying fail accepted village-head,verifier note,other
        -o- verifying fail handling verifier,village-head note,other,led
        --s verifying fail handling verifier,township-commander note,other,led
        dos closed reopen accepted dispatcher note,window
        """.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    internal static readonly string[] States = ["reported", "control", "accepted", "dispatched", "handling", "suspended", "verifying", "closed", "forced", "rejected", "referred", "handed-over"];

    /// <summary>Returns the state reached, or the kinds of denial.</summary>
    internal static (string? To, SortedSet<RefusalKind> Denials) Judge(GridCase c, string trigger, CaseActor actor, bool noted, bool listed, Instant at)
    {
        var denials = new SortedSet<RefusalKind>();
        var rows = Rows.Where(row => row[0].Contains(c.Tier[0], StringComparison.Ordinal) && row[1] == c.State && row[2] == trigger).ToArray();
        if (rows.Length == 0)
        {
            return (null, [RefusalKind.NoSuchAction]);
        }

        var mine = rows.Where(row => row[4].Split(',').Any(who => who == "lead" ? actor.Seat == c.Lead : actor.Seat.Post == who)).ToArray();
        if (mine.Length == 0)
        {
            denials.Add(RefusalKind.NotYourRole);
        }

        if (!Covers(actor.Seat.Unit, actor.Seat.Post))
        {
            denials.Add(RefusalKind.NotYourGrid);
        }

        var tried = mine.Length > 0 ? mine : rows;
        var chosen = Array.Find(tried, row => Unmet(row, c, actor, noted, listed, at).Count == 0);
        if (chosen is null)
        {
            denials.UnionWith(Unmet(tried[0], c, actor, noted, listed, at));
        }

        if (trigger == "dispatch" && !listed)
        {
            denials.Add(RefusalKind.OutsideListOrTime);
        }

        return denials.Count > 0 ? (null, denials) : (chosen![3], denials);
    }

    private static List<RefusalKind> Unmet(string[] row, GridCase c, CaseActor actor, bool noted, bool listed, Instant at)
    {
        var unmet = new List<RefusalKind>();
        foreach (var condition in row[5].Split(','))
        {
            var (holds, kind) = condition switch
            {
                "note" => (noted, RefusalKind.ConditionUnmet),
                "once" => (c.Returns == 0, RefusalKind.ConditionUnmet),
                "other" => (c.Handler != actor.Seat, RefusalKind.ConditionUnmet),
                "led" => (c.Lead is not null, RefusalKind.ConditionUnmet),
                "lists" => (listed, RefusalKind.OutsideListOrTime),
                "window" => (at <= WorkCalendar.China.Due(c.ClosedAt!.Value, TimeLimit.Parse((c.Tier[0] == 'd' ? 5 : c.Tier[0] == 'o' ? 10 : 15) + " working-days", null), CountingPolicy.CivilCode).At, RefusalKind.OutsideListOrTime),
                _ => (true, RefusalKind.ConditionUnmet),
            };
            if (!holds)
            {
                unmet.Add(kind);
            }
        }

        return unmet;
    }

    // The cell of the tests is 511921100201001001; a department acts in the whole county.
    private static bool Covers(string unit, string post) => post.StartsWith("department", StringComparison.Ordinal) || "511921100201001001".StartsWith(unit, StringComparison.Ordinal);
}
