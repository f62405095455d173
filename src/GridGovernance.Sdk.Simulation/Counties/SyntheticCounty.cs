using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>A county made up from a seed: its map on five levels, and who lives where.</summary>
/// <remarks>
/// <para>Given are the outline, or its area, and the townships' codes and names. Everything below is made up, and its names say so (合成): residential
/// clusters by population and not by equal area, villages and communities as groups of them, cells that the divider makes of them, grids as groups of cells, households and people as opaque ids.
/// Codes are valid in structure: communities from 001, villages from 201 as the statistical office numbers them, serials from west to east.</para>
/// <para>The cells tile the county exactly, and every level above is the exact union of its parts. One seed gives one county, on every machine.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class SyntheticCounty
{
    private readonly Dictionary<GridCode, int> _peopleByCell;

    private SyntheticCounty(SyntheticCountyOptions options, long seed, CountySurvey survey, CountyCells cells, HouseholdRegister households)
    {
        Options = options;
        Seed = seed;
        Map = survey.Map;
        Households = households;
        Division = cells.Plan;
        DivisionTiling = cells.Tiling;
        CellCodes = EquatableArray.From(survey.CodeOfCell);
        _peopleByCell = survey.CodeOfCell.Select((code, cell) => (code, cells.People[cell])).ToDictionary(static pair => pair.code, static pair => pair.Item2);
    }

    /// <summary>Gets the options.</summary>
    public SyntheticCountyOptions Options { get; }

    /// <summary>Gets the seed.</summary>
    public long Seed { get; }

    /// <summary>Gets the map: county, townships, villages and communities, grids, cells.</summary>
    public GridMap Map { get; }

    /// <summary>Gets the households, each in its cell, and their people.</summary>
    public HouseholdRegister Households { get; }

    /// <summary>Gets the division that made the cells of natural units; its grids are the cells, its parents the villages and communities.</summary>
    public DivisionPlan Division { get; }

    /// <summary>Gets the boundaries of the cells, in the order of <see cref="Division"/>.</summary>
    public PlanTiling DivisionTiling { get; }

    /// <summary>Gets the code on the map of each grid of <see cref="Division"/>, in its order.</summary>
    public EquatableArray<GridCode> CellCodes { get; }

    /// <summary>Creates a county.</summary>
    /// <param name="scheme">A hierarchy of five levels: county, township, village or community, grid, cell.</param>
    /// <param name="options">What it looks like.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="outline">The outline in CGCS2000; null for a generated one of <see cref="SyntheticCountyOptions.AreaSquareKilometres"/>.</param>
    /// <param name="progress">Told the share that is done, 0..1; null for nobody.</param>
    /// <returns>The county.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scheme"/> or <paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The scheme has not five levels, the numbers do not nest (townships ≤ villages and communities ≤ grids ≤ cells ≤ people), the outline is not in
    /// CGCS2000, or it has no room for so many cells.
    /// </exception>
    public static SyntheticCounty Create(
        GridScheme scheme, SyntheticCountyOptions options, long seed, GridBoundary? outline = null, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(options);
        Check(scheme, options, outline);
        var streams = new RandomStreams(seed);
        var plan = CountyPlan.Create(options, streams);
        outline ??= CountyGround.GenerateOutline(streams.Stream("county/outline"), options.Seat, options.AreaSquareKilometres);
        progress?.Report(0.05);
        var ground = CountyGround.Create(outline, plan, options, streams);
        progress?.Report(0.4);
        var people = plan.SelectMany((part, i) => CountyPlan.PeopleByUnit(part, streams.Stream("neighbourhood/people", i))).ToArray();
        var grouping = CountyGrouping.Create(ground, people, plan, options.Grids, seed);
        progress?.Report(0.6);
        var survey = CountySurvey.Create(scheme, options, ground, plan, grouping);
        progress?.Report(0.8);
        var register = CountyHouseholds.Create(options, ground, survey, grouping.Cells, people, streams);
        progress?.Report(1);
        return new SyntheticCounty(options, seed, survey, grouping.Cells, register);
    }

    /// <summary>Returns how many people live in a cell.</summary>
    /// <param name="cell">A cell of this county.</param>
    /// <returns>The number; 0 for a unit that is not a cell of this county.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    public int PeopleIn(GridUnit cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return _peopleByCell.GetValueOrDefault(cell.Code);
    }

    private static void Check(GridScheme scheme, SyntheticCountyOptions options, GridBoundary? outline)
    {
        if (scheme.Levels.Count != CountySurvey.Levels)
        {
            throw new ArgumentException($"A synthetic county needs a hierarchy of {CountySurvey.Levels} levels, but \"{scheme.Definition.Code}\" has {scheme.Levels.Count}.", nameof(scheme));
        }

        var neighbourhoods = options.Villages + options.Communities;
        if (options.Townships.Count < 1 || neighbourhoods < options.Townships.Count || options.Grids < neighbourhoods
            || options.Cells < options.Grids || options.People < options.Cells || options.Villages < 0 || options.Communities < 0 || options.UnitsPerCell < 1)
        {
            throw new ArgumentException(
                $"A cell must have a unit or more, and numbers must nest (townships ≤ villages and communities ≤ grids ≤ cells ≤ people), but are {options.Townships.Count}, {neighbourhoods}, "
                + $"{options.Grids}, {options.Cells} and {options.People}, with {options.UnitsPerCell} units a cell.",
                nameof(options));
        }

        if (outline is not null && outline.System != CoordinateSystem.Cgcs2000)
        {
            throw new ArgumentException($"The outline must be in \"{CoordinateSystem.Cgcs2000}\", but is in \"{outline.System}\": convert it first.", nameof(outline));
        }
    }
}
