using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>The bodies of a county's units, checked, with their heads by virtue of office.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class BodyRegister
{
    private readonly Establishment _establishment;

    private BodyRegister(EquatableArray<Body> bodies, Establishment establishment)
    {
        Bodies = bodies;
        _establishment = establishment;
    }

    /// <summary>Gets the bodies, in the order given.</summary>
    public EquatableArray<Body> Bodies { get; }

    /// <summary>Checks bodies and makes a register of them.</summary>
    /// <param name="bodies">The bodies; paths in the report begin with the position from 0.</param>
    /// <param name="establishment">The posts of the heads.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The register; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BodyRegister? Compile(IEnumerable<Body> bodies, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        ArgumentNullException.ThrowIfNull(establishment);
        var all = EquatableArray.From(bodies);
        var findings = new StaffingFindings();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            var body = all[i];
            findings.CheckCode(body.Code, $"/{i}/code", codes);
            findings.CheckText(body.NameEn, $"/{i}/nameEn", body.Code, "nameEn");
            findings.CheckText(body.NameZh, $"/{i}/nameZh", body.Code, "nameZh");
            var level = findings.CheckLevel(body.Level, $"/{i}/level", body.Code, establishment);
            for (var k = 0; k < body.Heads.Count; k++)
            {
                findings.CheckHead(body.Heads[k], $"/{i}/heads/{k}", body.Code, level, establishment);
            }
        }

        report = findings.ToReport();
        return report.HasErrors ? null : new BodyRegister(all, establishment);
    }

    /// <summary>Finds a body.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="body">The body, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFind(string code, [NotNullWhen(true)] out Body? body)
    {
        ArgumentNullException.ThrowIfNull(code);
        body = Bodies.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.Ordinal));
        return body is not null;
    }

    /// <summary>Returns the bodies that a unit has.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The bodies, in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public EquatableArray<Body> BodiesOf(GridUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return EquatableArray.From(Bodies.Where(body =>
            string.Equals(body.Level, unit.Level.Code, StringComparison.Ordinal) && (body.Kinds.Count == 0 || body.Kinds.Contains(unit.Kind))));
    }

    /// <summary>Returns who heads a body at a unit on a day: whoever acts in the first of its posts for which somebody does.</summary>
    /// <param name="body">The body.</param>
    /// <param name="unit">The unit's code.</param>
    /// <param name="map">The map that has it.</param>
    /// <param name="roster">Who sits where.</param>
    /// <param name="on">The day.</param>
    /// <returns>The head; null where nobody acts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The map has no such unit.</exception>
    public ActingPerson? HeadOf(Body body, GridCode unit, GridMap map, Roster roster, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(roster);
        foreach (var code in body.Heads)
        {
            if (_establishment.TryFindPost(code, out var post) && map.AncestorAt(unit, post.Level) is { } at
                && roster.ActingFor(new Seat(code, at.Code.ToString()), on) is { } head)
            {
                return head;
            }
        }

        return null;
    }
}
