namespace GridGovernance.Sdk.Grids;

/// <summary>A register of division codes that the caller supplies: the library knows how codes are built, never which exist.</summary>
/// <remarks>The codes are published in the national database of place names (国家地名信息库); <see cref="DivisionRegister"/> holds rows in memory.</remarks>
public interface IDivisionRegister
{
    /// <summary>Finds a division.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The entry, whether or not it still holds; null where the register has never known the code.</returns>
    DivisionEntry? Find(DivisionCode code);
}
