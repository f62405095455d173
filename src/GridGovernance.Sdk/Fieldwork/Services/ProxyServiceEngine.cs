using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does to a service done for somebody: a pure function of service, command, seat, instant, catalogue and model.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class ProxyServiceEngine
{
    /// <summary>The action of doing a service for somebody, as the authority list names it.</summary>
    public const string Serve = "serve";

    private readonly FieldworkModel _model;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="catalogue">The services and stations.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ProxyServiceEngine(FieldworkModel model, ServiceCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(catalogue);
        (_model, Catalogue) = (model, catalogue);
    }

    /// <summary>Gets the services and stations.</summary>
    public ServiceCatalogue Catalogue { get; }

    /// <summary>Decides a command.</summary>
    /// <param name="current">The service, or null when the command asks for one.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="at">When; not before the last event.</param>
    /// <returns>The events, or every reason why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not ask for a service, or asks for nobody.</exception>
    public Decision<ProxyServiceEvent> Decide(ProxyService? current, ProxyServiceCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        var request = command as RequestService;
        if (current is null && (request is null || string.IsNullOrWhiteSpace(request.Subject)))
        {
            throw new ArgumentException($"\"{command.GetType().Name}\" needs a service; only \"{nameof(RequestService)}\" of a person begins one.", nameof(current));
        }

        var reasons = new List<Refusal>();
        if (!Catalogue.TryFindItem(current?.Item ?? request!.Item, out var item))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-service", current?.Item ?? request!.Item));
        }

        var place = current?.Place ?? request!.Place;
        reasons.AddRange(_model.Refusals(by, Serve, item?.Matter, place, at));
        if (at < current?.ChangedAt)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.time-runs-backward", at, current.ChangedAt));
        }

        var e = item is null ? null : Event(item, current, place, command, by, at, reasons);
        if (e is not null && !ProxyService.Follows(current, e))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NoSuchAction, "fieldwork.service-not-there", e.GetType().Name, current?.State));
        }

        return reasons.Count > 0 ? Decision<ProxyServiceEvent>.Refuse(EquatableArray.From(reasons)) : Decision<ProxyServiceEvent>.Accept([e!]);
    }

    private ProxyServiceEvent? Event(ServiceItem item, ProxyService? current, Grids.GridCode place, ProxyServiceCommand command, Seat by, Instant at, List<Refusal> reasons)
    {
        switch (command)
        {
            case RequestService request:
                return new ServiceRequested(request.Item, request.Subject, request.Place, request.Proxy) { At = at, By = by, Demand = request.Demand };
            case HandInService:
                var due = _model.Calendar.Due(at, item.Limit, CountingPolicy.CivilCode);
                if (!due.IsKnown)
                {
                    reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.calendar-unknown", due.UnknownDay));
                }

                if (Catalogue.StationFor(item, place) is not { } station)
                {
                    reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.no-station", item.Code, place.ToString()));
                    return null;
                }

                return due.IsKnown ? new ServiceHandedIn(station.Code, due.At) { At = at, By = by } : null;
            case AnswerService answer:
                if (!answer.IsGranted && string.IsNullOrWhiteSpace(answer.Reason))
                {
                    reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.refusal-unexplained", item.Code));
                }

                if (current?.HandedInBy == by)
                {
                    // The station answers, not who handed the service in to it.
                    reasons.Add(FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.own-service", by.ToString(), current.Station));
                }

                return new ServiceAnswered(answer.IsGranted, answer.Reason) { At = at, By = by };
            case DeliverService:
                return new ServiceDelivered { At = at, By = by };
            default:
                return new ServiceWithdrawn { At = at, By = by };
        }
    }
}
