using GridGovernance.Sdk;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;

namespace CountyQuickstart.Steps;

/// <summary>What the synthetic county is to look like: the published figures of the model, and assumptions where nothing is published.</summary>
internal static class CountyPlan
{
    // 壁州街道 and 诺江镇 are the county town (主城区).
    private static readonly string[] MainTown = ["511921001", "511921100"];

    internal static SyntheticCountyOptions Of(GovernanceModel model)
    {
        var county = model.County;
        var usual = new SyntheticCountyOptions
        {
            CountyCode = county.Code.ToString(),
            CountyName = county.Name.Zh,
            Townships = EquatableArray.From(model.Townships.Select(static township =>
                new SyntheticTownship(township.Code.ToString(), township.Name) { IsMainTown = MainTown.Contains(township.Code.ToString()) })),
        };
        var people = county.Population ?? usual.People;
        return usual with
        {
            Villages = Stated("village") ?? usual.Villages,
            Communities = Share(usual.Communities),
            Grids = Stated("grid") ?? usual.Grids,
            Cells = Stated("cell") ?? usual.Cells,
            People = people,
            MainTownPeople = Share(usual.MainTownPeople),
            AreaSquareKilometres = (double?)county.AreaSquareKilometres ?? usual.AreaSquareKilometres,
        };

        int? Stated(string level) => county.Units.FirstOrDefault(unit => string.Equals(unit.Level, level, StringComparison.Ordinal))?.Count;

        // A smaller county has as large a part of its people in town, and as many communities for them.
        int Share(int number) => (int)((long)number * people / usual.People);
    }
}
