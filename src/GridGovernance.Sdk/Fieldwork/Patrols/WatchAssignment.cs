using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One person watches over one subject (S3-11: 人盯人).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Subject">The opaque id of the subject.</param>
/// <param name="Watcher">The opaque id of the person who watches.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, itself included; null when open.</param>
public sealed record WatchAssignment(string Subject, string Watcher, LocalDate From, LocalDate? To = null)
{
    /// <summary>Finds the subjects that nobody, more than one person or they themselves watch on a day, and the persons who watch more than one.</summary>
    /// <param name="assignments">The assignments.</param>
    /// <param name="subjects">The opaque ids of the subjects to be watched.</param>
    /// <param name="on">The day.</param>
    /// <returns>An error for each, naming the subject or the person.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/> or <paramref name="subjects"/> is null.</exception>
    public static FindingReport Audit(IEnumerable<WatchAssignment> assignments, IEnumerable<string> subjects, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        ArgumentNullException.ThrowIfNull(subjects);
        var running = assignments.Where(one => one.From <= on && !(one.To < on)).ToArray();
        var watchers = running.ToLookup(static one => one.Subject, static one => one.Watcher, StringComparer.Ordinal);
        return new FindingReport(subjects.Select(subject => (Subject: subject, Count: watchers[subject].Distinct(StringComparer.Ordinal).Count())).Where(static one => one.Count != 1).Select(one =>
            Finding.Error(FieldworkMessages.Texts["fieldwork.watchers", one.Subject, one.Count, on], FindingPlace.Of(one.Subject)))
            .Concat(running.Where(static one => string.Equals(one.Subject, one.Watcher, StringComparison.Ordinal)).Select(static one =>
                Finding.Error(FieldworkMessages.Texts["fieldwork.watches-oneself", one.Subject], FindingPlace.Of(one.Subject))))
            .Concat(running.GroupBy(static one => one.Watcher, StringComparer.Ordinal)
                .Select(static group => (Watcher: group.Key, Count: group.Select(static one => one.Subject).Distinct(StringComparer.Ordinal).Count())).Where(static one => one.Count > 1).Select(one =>
                Finding.Error(FieldworkMessages.Texts["fieldwork.watches-several", one.Watcher, one.Count, on], FindingPlace.Of(one.Watcher)))));
    }
}
