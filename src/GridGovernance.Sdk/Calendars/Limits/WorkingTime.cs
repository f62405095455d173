using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>An amount of working time; or the unknown day that would have to be known.</summary>
/// <remarks>Equality is by value. The default value is no working time, known. This type is immutable and safe to share between threads.</remarks>
public readonly record struct WorkingTime
{
    private readonly Duration _length;

    private WorkingTime(Duration length, LocalDate? unknownDay)
    {
        _length = length;
        UnknownDay = unknownDay;
    }

    /// <summary>Gets a value indicating whether the amount is known.</summary>
    public bool IsKnown => UnknownDay is null;

    /// <summary>Gets the amount; negative when the instants were given backward.</summary>
    /// <exception cref="InvalidOperationException">The amount is not known.</exception>
    public Duration Length => IsKnown
        ? _length
        : throw new InvalidOperationException($"The working time was expected to be known, but needs the unknown day {NodaTime.Text.LocalDatePattern.Iso.Format(UnknownDay!.Value)}.");

    /// <summary>Gets the first day that would have to be known; null when the amount is known.</summary>
    public LocalDate? UnknownDay { get; }

    /// <summary>Creates a known amount.</summary>
    /// <param name="length">The amount.</param>
    /// <returns>The working time.</returns>
    public static WorkingTime Known(Duration length) => new(length, null);

    /// <summary>Creates an amount that needs a day which no notice covers.</summary>
    /// <param name="day">The first such day.</param>
    /// <returns>The working time.</returns>
    public static WorkingTime NeedsDay(LocalDate day) => new(default, day);
}
