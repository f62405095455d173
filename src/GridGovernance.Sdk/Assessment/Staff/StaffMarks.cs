namespace GridGovernance.Sdk.Assessment;

/// <summary>What an assessment asks about a grid worker as a person in a post.</summary>
[Flags]
public enum StaffMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Holds a certificate of social work (社工证).</summary>
    Certified = 1 << 0,

    /// <summary>Can work with a computer (会电脑基本操作).</summary>
    ComputerSkilled = 1 << 1,

    /// <summary>Works in the grid full time (专职).</summary>
    FullTime = 1 << 2,

    /// <summary>Was trained in the period that is assessed (参训).</summary>
    Trained = 1 << 3,
}
