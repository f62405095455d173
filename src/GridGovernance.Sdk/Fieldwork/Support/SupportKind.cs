namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How grid workers are supported (S4-28).</summary>
public enum SupportKind
{
    /// <summary>Professional advice (专业技术咨询室); text <c>professional-advice</c>.</summary>
    ProfessionalAdvice = 0,

    /// <summary>Psychological care (心理调节室); text <c>psychological-care</c>.</summary>
    PsychologicalCare = 1,
}
