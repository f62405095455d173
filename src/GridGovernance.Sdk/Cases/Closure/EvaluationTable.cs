using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>The three-party evaluation (三方评价机制, S4-32) as a published table: the window, the rule for silence, and what each of the 27 combinations leads to.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class EvaluationTable
{
    internal const int LeastRating = 1;
    internal const int MostRating = 5;
    private const int Voices = 3;
    private readonly EvaluationConsequence[] _byVoices;

    /// <summary>Creates a table.</summary>
    /// <param name="rules">One row for each combination of voices.</param>
    /// <param name="window">How long parties may rate, from closure.</param>
    /// <param name="policy">How the window is counted.</param>
    /// <param name="goodFrom">The least rating that counts as good, 1 to 5.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentException">A combination is missing or stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="goodFrom"/> is not from 1 to 5.</exception>
    public EvaluationTable(EquatableArray<EvaluationRule> rules, TimeLimit window, CountingPolicy policy, int goodFrom = CaseResolution.DefaultGoodFrom)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(goodFrom, LeastRating);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goodFrom, MostRating);
        if (rules.Count != Voices * Voices * Voices || rules.Select(static rule => (rule.Resident, rule.Department, rule.GridWorker)).Distinct().Count() != rules.Count)
        {
            throw new ArgumentException($"A table must have each of the 27 combinations once, but has {rules.Count} rows.", nameof(rules));
        }

        Rules = rules;
        Window = window;
        Policy = policy;
        GoodFrom = goodFrom;
        _byVoices = new EvaluationConsequence[rules.Count];
        foreach (var rule in rules)
        {
            _byVoices[IndexOf(rule.Resident, rule.Department, rule.GridWorker)] = rule.Consequence;
        }
    }

    /// <summary>Gets the sample table: 10 working days; a bad word of the resident reopens, with a second bad word under supervision; doubts of others are verified again; a silent resident is called once more.</summary>
    /// <remarks>The articles name the three parties (S4-32) and no consequence: the consequences are a sample.</remarks>
    public static EvaluationTable Sample { get; } = new(CreateSample(), new TimeLimit(10, LimitUnit.WorkingDays), CountingPolicy.CivilCode);

    /// <summary>Gets the rows.</summary>
    public EquatableArray<EvaluationRule> Rules { get; }

    /// <summary>Gets how long parties may rate, from closure.</summary>
    public TimeLimit Window { get; }

    /// <summary>Gets how the window is counted.</summary>
    public CountingPolicy Policy { get; }

    /// <summary>Gets the least rating that counts as good.</summary>
    public int GoodFrom { get; }

    /// <summary>Returns what three voices lead to.</summary>
    /// <param name="resident">The resident's voice.</param>
    /// <param name="department">The department's voice.</param>
    /// <param name="gridWorker">The grid worker's voice.</param>
    /// <returns>The consequence.</returns>
    public EvaluationConsequence ConsequenceOf(EvaluationVoice resident, EvaluationVoice department, EvaluationVoice gridWorker) =>
        _byVoices[IndexOf(resident, department, gridWorker)];

    /// <summary>Returns what the evaluation of a case leads to: that of its last closure.</summary>
    /// <param name="c">The case.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="at">Now.</param>
    /// <returns>The consequence; null while the case is open, or a party that has said nothing may still rate, or the calendar does not know the window's end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="c"/> or <paramref name="calendar"/> is null.</exception>
    public EvaluationConsequence? ConsequenceOf(GridCase c, WorkCalendar calendar, Instant at)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(calendar);
        if (c.ClosedAt is not { } closedAt)
        {
            return null;
        }

        var voices = new EvaluationVoice[Voices];
        foreach (var evaluation in c.CurrentEvaluations())
        {
            voices[(int)evaluation.Party] = evaluation.Rating >= GoodFrom ? EvaluationVoice.Good : EvaluationVoice.Bad;
        }

        var isOver = calendar.Due(closedAt, Window, Policy) is { IsKnown: true } end && end.At < at;
        return voices.Contains(EvaluationVoice.Silent) && !isOver ? null : ConsequenceOf(voices[0], voices[1], voices[2]);
    }

    private static int IndexOf(EvaluationVoice resident, EvaluationVoice department, EvaluationVoice gridWorker) =>
        (((int)resident * Voices) + (int)department) * Voices + (int)gridWorker;

    private static EquatableArray<EvaluationRule> CreateSample()
    {
        var rules = new List<EvaluationRule>();
        foreach (var resident in Enum.GetValues<EvaluationVoice>())
        {
            foreach (var department in Enum.GetValues<EvaluationVoice>())
            {
                foreach (var worker in Enum.GetValues<EvaluationVoice>())
                {
                    var others = (department == EvaluationVoice.Bad ? 1 : 0) + (worker == EvaluationVoice.Bad ? 1 : 0);
                    rules.Add(new EvaluationRule(resident, department, worker, (resident, others) switch
                    {
                        (EvaluationVoice.Bad, 0) => EvaluationConsequence.Reopen,
                        (EvaluationVoice.Bad, _) => EvaluationConsequence.ReopenUnderSupervision,
                        (_, > 0) => EvaluationConsequence.VerifyAgain,
                        (EvaluationVoice.Silent, _) => EvaluationConsequence.CallAgain,
                        _ => EvaluationConsequence.File,
                    }));
                }
            }
        }

        return EquatableArray.From(rules);
    }
}
