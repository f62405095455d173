using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A register of division codes that the caller supplies: the library knows how codes are built, never which exist.</summary>
/// <remarks>The codes are published in the national database of place names (国家地名信息库); <see cref="DivisionRegister"/> holds rows in memory.</remarks>
public interface IDivisionRegister
{
    /// <summary>Finds a division as it is known last.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The entry, whether or not it still holds; null where the register has never known the code.</returns>
    DivisionEntry? Find(DivisionCode code);

    /// <summary>Finds a division as it was on a day: a division that changes its name keeps its code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="on">The day.</param>
    /// <returns>The entry of that day; the first one for a day before the code held, the last one for a day after it; null where the register has never known the code.</returns>
    DivisionEntry? Find(DivisionCode code, LocalDate on) => Find(code);
}
