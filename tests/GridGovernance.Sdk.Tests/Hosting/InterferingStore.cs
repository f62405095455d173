using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Hosting;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>A store in which somebody else is faster: an act runs before every append, as often as it is given.</summary>
internal sealed class InterferingStore(IEventStore inner, int times, Func<ValueTask> act) : IEventStore
{
    private int _left = times;

    public ValueTask<EquatableArray<CaseEvent>> LoadAsync(string caseId, CancellationToken cancellation = default) => inner.LoadAsync(caseId, cancellation);

    public async ValueTask<AppendResult> AppendAsync(
        string caseId, int expectedVersion, EquatableArray<CaseEvent> events, CancellationToken cancellation = default)
    {
        if (_left-- > 0)
        {
            await act();
        }

        return await inner.AppendAsync(caseId, expectedVersion, events, cancellation);
    }
}
