namespace GridGovernance.Sdk.Grids;

/// <summary>What a segment of a grid code is written with.</summary>
public enum GridCodeAlphabet
{
    /// <summary>The digits 0 to 9.</summary>
    Digits = 0,

    /// <summary>The capital letters A to Z.</summary>
    Letters = 1,

    /// <summary>The digits 0 to 9, then the capital letters A to Z.</summary>
    DigitsAndLetters = 2,
}
