namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What people need help with (S0-10: 群众上学、看病、就业、养老、住房等实际困难).</summary>
public enum DemandCategory
{
    /// <summary>Schooling (上学); text <c>schooling</c>.</summary>
    Schooling = 0,

    /// <summary>Medical care (看病); text <c>medical-care</c>.</summary>
    MedicalCare = 1,

    /// <summary>Employment (就业); text <c>employment</c>.</summary>
    Employment = 2,

    /// <summary>Care of the elderly (养老); text <c>elderly-care</c>.</summary>
    ElderlyCare = 3,

    /// <summary>Housing (住房); text <c>housing</c>.</summary>
    Housing = 4,
}
