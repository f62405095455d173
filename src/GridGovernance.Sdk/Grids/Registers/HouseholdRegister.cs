using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>Who lives where (户籍与人口台账): households at places, people in households, all as opaque ids.</summary>
/// <remarks>
/// <para>Rows are kept in columns, in the order in which they were added, and found by position. It takes what it is given: a household that appears twice or a person
/// without a household is what a coverage audit is there to find. Rows with days hold on those days: <see cref="AsOf"/> gives the register of one.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class HouseholdRegister
{
    private readonly string[] _householdIds;
    private readonly GeoPoint[] _locations;
    private readonly GridCode[] _cells;
    private readonly string[] _personIds;
    private readonly int[] _householdOf;
    private readonly RowDays[]? _householdDays;
    private readonly RowDays[]? _personDays;
    private readonly int[] _people;
    private readonly int[] _repeatedHouseholds;
    private readonly (int Person, int Listed)[] _amiss;

    internal HouseholdRegister(
        CoordinateSystem system, string[] householdIds, GeoPoint[] locations, GridCode[] cells, string[] personIds, int[] householdOf, RowDays[]? householdDays = null, RowDays[]? personDays = null)
    {
        System = system;
        _householdIds = householdIds;
        _locations = locations;
        _cells = cells;
        _personIds = personIds;
        _householdOf = householdOf;
        (_householdDays, _personDays) = (householdDays, personDays);
        _people = new int[householdIds.Length];
        foreach (var household in householdOf)
        {
            if (household >= 0)
            {
                _people[household]++;
            }
        }

        (_repeatedHouseholds, DistinctHouseholds) = FindRepeats();
        (_amiss, DistinctPeople) = FindAmiss();
    }

    /// <summary>Gets the coordinate system of the places.</summary>
    public CoordinateSystem System { get; }

    /// <summary>Gets the number of household rows.</summary>
    public int HouseholdCount => _householdIds.Length;

    /// <summary>Gets the number of person rows: a person who is listed in two households has two.</summary>
    public int PersonCount => _personIds.Length;

    /// <summary>Gets every day on which a row begins or ceases to hold, in order: between two of them the register is one and the same. Empty where no row has days.</summary>
    public EquatableArray<LocalDate> Changes => EquatableArray.From((_householdDays ?? []).Concat(_personDays ?? []).SelectMany(static days => days.Changes).Distinct().Order());

    /// <summary>Gets the number of different household ids.</summary>
    internal int DistinctHouseholds { get; }

    /// <summary>Gets the number of different person ids.</summary>
    internal int DistinctPeople { get; }

    /// <summary>Gets the places of all households, by position.</summary>
    internal ReadOnlySpan<GeoPoint> Places => _locations;

    /// <summary>Gets the cells that all households are registered in, by position; <see cref="GridCode.None"/> where it is none.</summary>
    internal ReadOnlySpan<GridCode> Cells => _cells;

    /// <summary>Gets the rows whose household id stood in a row before, ascending.</summary>
    internal ReadOnlySpan<int> RepeatedHouseholds => _repeatedHouseholds;

    /// <summary>Gets the people who are not listed in exactly one household: their first row, ascending, and in how many they are listed.</summary>
    internal ReadOnlySpan<(int Person, int Listed)> PeopleAmiss => _amiss;

    /// <summary>Returns the opaque id of a household.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The id.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public string HouseholdId(int household) => _householdIds[household];

    /// <summary>Returns the place of a household, as it was given.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The place.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public GeoPoint Location(int household) => _locations[household];

    /// <summary>Returns the cell that a household is registered in.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The code; null where it is registered in none.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public GridCode? AssignedCell(int household) => _cells[household] == GridCode.None ? null : _cells[household];

    /// <summary>Returns how many people are listed in a household.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public int PeopleIn(int household) => _people[household];

    /// <summary>Returns the opaque id of a person.</summary>
    /// <param name="person">The position, 0..<see cref="PersonCount"/>−1.</param>
    /// <returns>The id.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public string PersonId(int person) => _personIds[person];

    /// <summary>Returns the household that a person is listed in.</summary>
    /// <param name="person">The position, 0..<see cref="PersonCount"/>−1.</param>
    /// <returns>The household's position; null where the row names none.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public int? HouseholdOf(int person) => _householdOf[person] < 0 ? null : _householdOf[person];

    /// <summary>Says whether a household's row holds on a day.</summary>
    /// <param name="household">The position, 0..<see cref="HouseholdCount"/>−1.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when it does; a row without days always holds.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public bool IsHouseholdValidOn(int household, LocalDate on) => _householdIds[household] is not null && (_householdDays is null || _householdDays[household].Hold(on));

    /// <summary>Says whether a person's row holds on a day.</summary>
    /// <param name="person">The position, 0..<see cref="PersonCount"/>−1.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when it does; a row without days always holds.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public bool IsPersonValidOn(int person, LocalDate on) => _personIds[person] is not null && (_personDays is null || _personDays[person].Hold(on));

    /// <summary>Returns the register of a day: the rows that hold on it, in their order.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The register, whose rows hold on any day; a person whose household does not hold is listed in none. This one where no row has days.</returns>
    public HouseholdRegister AsOf(LocalDate on)
    {
        if (_householdDays is null && _personDays is null)
        {
            return this;
        }

        var positions = new int[_householdIds.Length];
        var builder = new HouseholdRegisterBuilder(System, _householdIds.Length, _personIds.Length);
        for (var household = 0; household < positions.Length; household++)
        {
            positions[household] = IsHouseholdValidOn(household, on) ? builder.AddHousehold(_householdIds[household], _locations[household], AssignedCell(household)) : -1;
        }

        for (var person = 0; person < _personIds.Length; person++)
        {
            if (IsPersonValidOn(person, on))
            {
                builder.AddPerson(_personIds[person], HouseholdOf(person) is { } household && positions[household] >= 0 ? positions[household] : null);
            }
        }

        return builder.Build();
    }

    private (int[] Rows, int Distinct) FindRepeats()
    {
        var seen = new HashSet<string>(_householdIds.Length, StringComparer.Ordinal);
        var rows = new List<int>();
        for (var household = 0; household < _householdIds.Length; household++)
        {
            if (!seen.Add(_householdIds[household]))
            {
                rows.Add(household);
            }
        }

        return ([.. rows], seen.Count);
    }

    // How often each person is listed in a household; counted by id, at the first row.
    private ((int Person, int Listed)[] Amiss, int Distinct) FindAmiss()
    {
        var first = new Dictionary<string, int>(_personIds.Length, StringComparer.Ordinal);
        var listed = new int[_personIds.Length];
        for (var person = 0; person < _personIds.Length; person++)
        {
            if (!first.TryAdd(_personIds[person], person))
            {
                // One entry is enough for a row that is not the first.
                listed[person] = 1;
            }

            listed[first[_personIds[person]]] += _householdOf[person] < 0 ? 0 : 1;
        }

        var amiss = new List<(int Person, int Listed)>();
        for (var person = 0; person < listed.Length; person++)
        {
            if (listed[person] != 1)
            {
                amiss.Add((person, listed[person]));
            }
        }

        return ([.. amiss], first.Count);
    }
}
