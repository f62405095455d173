namespace GridGovernance.Sdk.Assessment;

/// <summary>A way to raise a score without working better.</summary>
public enum GamingMove
{
    /// <summary>Matters that went well are reported as several (拆分).</summary>
    Split = 0,

    /// <summary>Matters that were late are entered when they are done, as if they had just come in (补录).</summary>
    LateEntry = 1,

    /// <summary>Trifles that were settled on the spot are reported by the actor (自报自结).</summary>
    SelfReport = 2,

    /// <summary>Matters that went badly are not entered (瞒报).</summary>
    Withhold = 3,
}
