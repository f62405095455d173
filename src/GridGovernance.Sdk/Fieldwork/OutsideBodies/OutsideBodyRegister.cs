using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The bodies beside the grid system, their conventions, and what is referred to and from them.</summary>
/// <remarks>
/// <para>It holds them apart: a body may bear no code of a post or department, so that nothing can be dispatched to it as to a part of the grid system (S1-9, S1-11).</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class OutsideBodyRegister
{
    private readonly Dictionary<string, OutsideBody> _bodies;
    private readonly Establishment _establishment;
    private readonly GridMap _map;

    private OutsideBodyRegister(EquatableArray<OutsideBody> bodies, EquatableArray<Convention> conventions, Establishment establishment, GridMap map)
    {
        (Bodies, Conventions, _establishment, _map) = (bodies, conventions, establishment, map);
        _bodies = bodies.ToDictionary(static body => body.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the bodies.</summary>
    public EquatableArray<OutsideBody> Bodies { get; }

    /// <summary>Gets the conventions.</summary>
    public EquatableArray<Convention> Conventions { get; }

    /// <summary>Compiles two tables.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="conventions">The conventions that they adopted.</param>
    /// <param name="establishment">The posts and departments, from which bodies are kept apart.</param>
    /// <param name="map">The map that has the units.</param>
    /// <param name="report">Everything that is wrong, with the paths <c>/bodies/0/…</c> and <c>/conventions/0/…</c>.</param>
    /// <returns>The register; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="establishment"/> or <paramref name="map"/> is null.</exception>
    public static OutsideBodyRegister? Compile(
        EquatableArray<OutsideBody> bodies, EquatableArray<Convention> conventions, Establishment establishment, GridMap map, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        var findings = new List<Finding>();
        FieldworkCode.Check(bodies.Select(static body => body.Code), "/bodies/{0}/code", findings);
        for (var i = 0; i < bodies.Count; i++)
        {
            var body = bodies[i];
            if (body.Code is not null && (establishment.TryFindPost(body.Code, out _) || establishment.TryFindDepartment(body.Code, out _)))
            {
                findings.Add(FieldworkMessages.Fault(string.Create(CultureInfo.InvariantCulture, $"/bodies/{i}/code"), FieldworkMessages.Texts["fieldwork.body-inside", body.Code]));
            }

            for (var k = 0; k < body.Units.Count; k++)
            {
                if (!map.TryFind(body.Units[k], out _))
                {
                    findings.Add(FieldworkMessages.Fault(
                        string.Create(CultureInfo.InvariantCulture, $"/bodies/{i}/units/{k}"), FieldworkMessages.Texts["fieldwork.unknown-place", body.Units[k].ToString()]));
                }
            }
        }

        for (var i = 0; i < conventions.Count; i++)
        {
            if (!bodies.Any(body => string.Equals(body.Code, conventions[i].Body, StringComparison.Ordinal)))
            {
                findings.Add(FieldworkMessages.Fault(
                    string.Create(CultureInfo.InvariantCulture, $"/conventions/{i}/body"), FieldworkMessages.Texts["fieldwork.unknown-body", conventions[i].Body]));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new OutsideBodyRegister(bodies, conventions, establishment, map);
    }

    /// <summary>Looks a body up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="body">The body, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindBody(string code, [NotNullWhen(true)] out OutsideBody? body)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _bodies.TryGetValue(code, out body);
    }

    /// <summary>Decides whether a matter may be referred to a body, or from it.</summary>
    /// <param name="referral">The referral, without an answer.</param>
    /// <returns>The referral, or every reason why not: an unknown body, a seat that is none, or one whose unit the body does not work in.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="referral"/> is null.</exception>
    public Decision<Referral> Refer(Referral referral)
    {
        ArgumentNullException.ThrowIfNull(referral);
        var reasons = new List<Refusal>();
        if (_establishment.LevelOf(referral.Seat) is null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.unknown-seat", referral.Seat.ToString()));
        }

        if (!TryFindBody(referral.Body, out var body))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-body", referral.Body));
        }
        else if (GridCode.TryParse(referral.Seat.Unit, out var unit) && _map.TryFind(unit, out _) && !body.Units.Any(one => _map.IsWithin(one, unit) || _map.IsWithin(unit, one)))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.body-elsewhere", referral.Body, referral.Seat.ToString()));
        }

        if (referral.State != ReferralState.Open || referral.AnsweredAt is not null || string.IsNullOrWhiteSpace(referral.Matter))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.referral-not-new", referral.Id));
        }

        return reasons.Count > 0 ? Decision<Referral>.Refuse(EquatableArray.From(reasons)) : Decision<Referral>.Accept([referral]);
    }

    /// <summary>Decides the answer of the other side: a body may always decline, because nothing is dispatched to it.</summary>
    /// <param name="referral">The open referral.</param>
    /// <param name="takes">Whether the other side takes the matter.</param>
    /// <param name="reason">Why not; null where it does.</param>
    /// <param name="at">When; not before it was referred.</param>
    /// <returns>The answered referral, or every reason why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="referral"/> is null.</exception>
    public static Decision<Referral> Answer(Referral referral, bool takes, string? reason, Instant at)
    {
        ArgumentNullException.ThrowIfNull(referral);
        var reasons = new List<Refusal>();
        if (referral.State != ReferralState.Open)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NoSuchAction, "fieldwork.referral-answered", referral.Id));
        }

        if (at < referral.At)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, referral.At));
        }

        if (!takes && string.IsNullOrWhiteSpace(reason))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.decline-unexplained", referral.Id));
        }

        return reasons.Count > 0 ? Decision<Referral>.Refuse(EquatableArray.From(reasons))
            : Decision<Referral>.Accept([referral with { State = takes ? ReferralState.Taken : ReferralState.Declined, AnsweredAt = at, Reason = takes ? null : reason }]);
    }
}
