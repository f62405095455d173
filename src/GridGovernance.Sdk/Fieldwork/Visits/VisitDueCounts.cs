namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How many subjects of a due list stand how on a day.</summary>
/// <remarks>Equality is by value. The default value counts nobody. This type is immutable and safe to share between threads.</remarks>
/// <param name="Done">Nothing is owed.</param>
/// <param name="Due">The period's visit is to be made.</param>
/// <param name="Grace">The visit of the period before can still be made up for.</param>
/// <param name="Overdue">The visit is past its grace.</param>
public readonly record struct VisitDueCounts(int Done, int Due, int Grace, int Overdue)
{
    /// <summary>Gets how many owe a visit.</summary>
    public int Owing => Due + Grace + Overdue;
}
