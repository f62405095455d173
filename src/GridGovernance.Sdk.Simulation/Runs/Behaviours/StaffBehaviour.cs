namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>How the people at the desks come, go, tire and learn.</summary>
/// <remarks>
/// <para>By default nobody leaves or tires; once people leave, seats stay empty and those who follow have to learn. A desk whose person is away serves nobody: the others of its seat do, and where there is no other its cases wait, and their deadlines pass upward.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record StaffBehaviour
{
    /// <summary>Gets how many of a thousand people leave their post in a year (流动性). The default is 0.</summary>
    public int TurnoverPermille { get; init; }

    /// <summary>Gets for how many days a seat stays vacant after somebody left. Takes effect with <see cref="TurnoverPermille"/>. The default is 30. Assumed.</summary>
    public int VacancyDays { get; init; } = 30;

    /// <summary>Gets the days of leave a year, rest days within them included, taken in stretches of five. The default is 0.</summary>
    public int LeaveDays { get; init; }

    /// <summary>Gets by how much service times of a new person are longer at first, in percent; it shrinks evenly. Takes effect with <see cref="TurnoverPermille"/> and <see cref="LearningDays"/>. The default is 50. Assumed.</summary>
    public int NoviceSlowerPercent { get; init; } = 50;

    /// <summary>Gets after how many days a new person is as fast as the others. Takes effect with <see cref="TurnoverPermille"/>. The default is 60. Assumed.</summary>
    public int LearningDays { get; init; } = 60;

    /// <summary>Gets by how much service times grow with each hour that was worked that day, in percent. The default is 0.</summary>
    public int FatiguePercentPerHour { get; init; }

    internal bool IsNeutral => TurnoverPermille == 0 && LeaveDays == 0 && FatiguePercentPerHour == 0;
}
