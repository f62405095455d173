namespace GridGovernance.Sdk.Staffing;

/// <summary>What a text says of units and of the people in them, and the standard under which both should hold.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, kebab-case, such as <c>x-county</c>.</param>
/// <param name="Units">The numbers of units, which add up, such as 66 and 841.</param>
/// <param name="People">The number of people.</param>
/// <param name="MinPerUnit">The fewest people a unit.</param>
/// <param name="MaxPerUnit">The most people a unit; null without a limit.</param>
/// <param name="Source">Where it says so.</param>
public sealed record StatedStaffing(string Code, EquatableArray<long> Units, long People, int MinPerUnit, int? MaxPerUnit, string Source)
{
    /// <summary>Gets the number of all units.</summary>
    public long AllUnits => Units.Sum();

    /// <summary>Gets how many people there are a unit; null without units.</summary>
    public decimal? PeoplePerUnit => AllUnits > 0 ? (decimal)People / AllUnits : null;

    /// <summary>Says whether the numbers can hold together when nobody serves two units at once.</summary>
    /// <returns>An error naming all numbers and what is missing or too many; empty when they can.</returns>
    public FindingReport Check()
    {
        if (AllUnits < 0 || People < 0 || MinPerUnit < 0 || MaxPerUnit < MinPerUnit || Units.Any(static count => count < 0))
        {
            return new FindingReport([Finding.Error(StaffingMessages.Catalogue["staffing.impossible-numbers", Code], FindingPlace.Of(Code))]);
        }

        var (least, most) = ((decimal)AllUnits * MinPerUnit, (decimal?)AllUnits * MaxPerUnit);
        var units = string.Join(" + ", Units);
        return People < least ? One("staffing.stated-too-few", units, MinPerUnit, least, least - People)
            : People > most ? One("staffing.stated-too-many", units, MaxPerUnit, most, People - most)
            : FindingReport.Empty;
    }

    private FindingReport One(string message, string units, int? each, decimal? needed, decimal? difference) => new(
    [
        Finding.Error(StaffingMessages.Catalogue[message, Code, units, AllUnits, each, needed, People, difference], FindingPlace.Of(Code))
            with { Measure = difference, MeasureUnit = "people" },
    ]);
}
