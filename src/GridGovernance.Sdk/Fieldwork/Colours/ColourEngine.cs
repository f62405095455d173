using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does to a colour: a pure function of file, command, seat, place, instant, ladder and the host's risk model.</summary>
/// <remarks>This type is immutable and safe to share between threads, when the risk model is.</remarks>
public sealed class ColourEngine
{
    /// <summary>The action of giving a colour, as the authority list names it.</summary>
    public const string Give = "give-colour";

    private readonly FieldworkModel _model;
    private readonly IRiskModel? _risk;
    private readonly string? _matter;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="ladder">The colours and their rules.</param>
    /// <param name="risk">The host's risk model; null where it has none.</param>
    /// <param name="matter">The matter that the lists know the colours by; null where they are on no list.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="ladder"/> is null.</exception>
    public ColourEngine(FieldworkModel model, ColourLadder ladder, IRiskModel? risk = null, string? matter = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ladder);
        (_model, Ladder, _risk, _matter) = (model, ladder, risk, matter);
    }

    /// <summary>Gets the colours and their rules.</summary>
    public ColourLadder Ladder { get; }

    /// <summary>Decides a command.</summary>
    /// <param name="current">The subject's file, or null before it has a colour.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="place">The unit in which the subject is.</param>
    /// <param name="at">When; not before the last event.</param>
    /// <returns>The events, or every reason why not; accepted without events where the same rule holds already to the same end or is in dispute, or the model does not say.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command gives no colour, or it is of another subject.</exception>
    public Decision<ColourEvent> Decide(ColourFile? current, ColourCommand command, Seat by, GridCode place, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = command switch { GiveColour give => give.Subject, AssessColour assess => assess.Subject, _ => current?.Subject };
        if (string.IsNullOrWhiteSpace(subject) || (current is not null && !string.Equals(current.Subject, subject, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"\"{command.GetType().Name}\" needs the file of its own subject, but found \"{current?.Subject}\".", nameof(current));
        }

        var reasons = new List<Refusal>();
        if (command is not AppealColour)
        {
            // Whoever has a colour may object to it, through any seat.
            reasons.AddRange(_model.Refusals(by, Give, _matter, place, at));
        }

        if (at < current?.ChangedAt)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, current.ChangedAt));
        }

        ColourEvent? e = command switch
        {
            GiveColour give => Given(current, subject, give.Rule, by, at, reasons),
            AssessColour => _risk?.RuleFor(subject, at) is { } rule ? Given(current, subject, rule, by, at, reasons) : null,
            AppealColour appeal => Appeal(current!, appeal, by, at, reasons),
            AnswerColourAppeal answer => Answer(current!, answer, by, at, reasons),
            _ => null,
        };
        return reasons.Count > 0 ? Decision<ColourEvent>.Refuse(EquatableArray.From(reasons)) : Decision<ColourEvent>.Accept(e is null ? [] : [e]);
    }

    private ColourGiven? Given(ColourFile? current, string subject, string code, Seat by, Instant at, List<Refusal> reasons)
    {
        if (!Ladder.TryFindRule(code, out var rule))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.colour-unexplained", subject, code) with
            {
                Nearest = FieldworkMessages.Texts["fieldwork.colour-rules", string.Join(", ", Ladder.Definition.Rules.Select(static one => one.Code))],
            });
            return null;
        }

        // The colour in dispute is not given anew: it stands until the objection is answered.
        if (current?.OpenAppeal is not null && current.RuleAt(at) == rule && string.Equals(current.Disputed!.Rule.Code, rule.Code, StringComparison.Ordinal))
        {
            return null;
        }

        // A rule that holds already to the same end, or without one, changes nothing; one that expires begins anew.
        var until = rule.LastsDays is { } days ? at + Duration.FromDays(days) : (Instant?)null;
        return current is not null && current.RuleAt(at) == rule && (until is null || until == current.History[^1].Until) ? null : new ColourGiven(subject, rule, Ladder.Otherwise, until) { At = at, By = by };
    }

    private static ColourAppealed? Appeal(ColourFile current, AppealColour appeal, Seat by, Instant at, List<Refusal> reasons)
    {
        if (string.IsNullOrWhiteSpace(appeal.Reason))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.appeal-unexplained", current.Subject));
        }

        return current.OpenAppeal is null ? new ColourAppealed(appeal.Reason) { At = at, By = by } : null;
    }

    private static ColourAppealAnswered? Answer(ColourFile current, AnswerColourAppeal answer, Seat by, Instant at, List<Refusal> reasons)
    {
        if (current.OpenAppeal is null || string.IsNullOrWhiteSpace(answer.Reason))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.nothing-to-answer", current.Subject));
        }
        else if (current.Disputed!.By == by)
        {
            // Who gave the colour does not judge the objection to it.
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.own-colour", by.ToString()));
        }

        return new ColourAppealAnswered(answer.IsUpheld, answer.Reason) { At = at, By = by };
    }
}
