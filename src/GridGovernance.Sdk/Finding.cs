namespace GridGovernance.Sdk;

/// <summary>One thing that is wrong, doubtful or worth knowing in a data set or a definition.</summary>
/// <remarks>
/// <para>A report holds all findings, not the first: a person can mend everything in one go.</para>
/// <para>Two findings are equal when code, severity, message, place and measure are equal.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong, in one sentence; its <see cref="GridGovernance.Sdk.Message.Code"/> is the finding's stable code.</param>
public sealed record Finding(FindingSeverity Severity, Message Message)
{
    /// <summary>Gets the stable code, such as <c>coverage.gap</c>: the room, a dot, the kind.</summary>
    public string Code => Message.Code;

    /// <summary>Gets where it is. The default is <see cref="FindingPlace.Nowhere"/>.</summary>
    public FindingPlace Place { get; init; } = FindingPlace.Nowhere;

    /// <summary>Gets how much of it there is, in the unit that <see cref="MeasureUnit"/> names; null where nothing is measured.</summary>
    public decimal? Measure { get; init; }

    /// <summary>Gets the unit of <see cref="Measure"/>, such as <c>m²</c>; null where nothing is measured.</summary>
    public string? MeasureUnit { get; init; }

    /// <summary>Creates an error.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="place">Where; <see cref="FindingPlace.Nowhere"/> when null.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static Finding Error(Message message, FindingPlace? place = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(FindingSeverity.Error, message) { Place = place ?? FindingPlace.Nowhere };
    }

    /// <summary>Creates a warning.</summary>
    /// <param name="message">What is doubtful.</param>
    /// <param name="place">Where; <see cref="FindingPlace.Nowhere"/> when null.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static Finding Warning(Message message, FindingPlace? place = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(FindingSeverity.Warning, message) { Place = place ?? FindingPlace.Nowhere };
    }

    /// <summary>Creates an information.</summary>
    /// <param name="message">What is worth knowing.</param>
    /// <param name="place">Where; <see cref="FindingPlace.Nowhere"/> when null.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public static Finding Info(Message message, FindingPlace? place = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(FindingSeverity.Info, message) { Place = place ?? FindingPlace.Nowhere };
    }

    /// <summary>Returns place, code and the English message.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() =>
        Place == FindingPlace.Nowhere ? $"{Severity} {Code}: {Message}" : $"{Place}: {Severity} {Code}: {Message}";
}
