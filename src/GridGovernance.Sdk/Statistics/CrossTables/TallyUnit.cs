namespace GridGovernance.Sdk.Statistics;

/// <summary>What a <see cref="Tally"/> counts. Reports mix these up: 2.92 hundred million person-times are not persons.</summary>
public enum TallyUnit
{
    /// <summary>Cases or matters, each once (件).</summary>
    Cases = 0,

    /// <summary>Dealings with cases, a case as often as it was dealt with (件次).</summary>
    CaseTimes = 1,

    /// <summary>Households, each once (户).</summary>
    Households = 2,

    /// <summary>Visits to households, a household as often as it was visited (户次).</summary>
    HouseholdTimes = 3,

    /// <summary>Persons, each once (人).</summary>
    Persons = 4,

    /// <summary>Contacts with persons, a person as often as there was one (人次).</summary>
    PersonTimes = 5,

    /// <summary>Pieces of information (条).</summary>
    Items = 6,

    /// <summary>Occurrences of anything else (次).</summary>
    Times = 7,
}
