namespace GridGovernance.Sdk.Lifecycles;

/// <summary>A step from one configuration of a case to another.</summary>
/// <param name="From">The position of the configuration that it leaves.</param>
/// <param name="To">The position of the one that it reaches.</param>
/// <param name="Transition">The transition.</param>
/// <param name="Lasts">Whether it can be taken however long a case has waited, and by somebody who is sure to be there: not what rests on a window alone.</param>
/// <param name="IsByVacant">Whether nobody but vacant posts may take it.</param>
internal readonly record struct LifecycleStep(int From, int To, LifecycleTransition Transition, bool Lasts, bool IsByVacant)
{
    /// <summary>Gets a value indicating whether it leads to another state.</summary>
    internal bool Leaves => !ReferenceEquals(Transition.Source, Transition.Target);
}
