using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Commands.Lifecycles;

/// <summary>A file of events that a verb is given: all its cases, folded.</summary>
internal static class EventFile
{
    /// <summary>Reads the events of a file, in the order of its lines.</summary>
    internal static EquatableArray<CaseEventRow> Read(Session session, string file) =>
        InputFile.ValueOf(session, CaseEventJson.Read(InputFile.Read(session, file), file));

    /// <summary>Folds events into cases, in the order in which the cases begin.</summary>
    internal static List<GridCase> Fold(Session session, string file, EquatableArray<CaseEventRow> rows)
    {
        var order = new List<string>();
        var cases = new Dictionary<string, GridCase>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            try
            {
                if (!cases.TryGetValue(row.CaseId, out var known))
                {
                    order.Add(row.CaseId);
                }

                cases[row.CaseId] = GridCase.Apply(known, row.Event);
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
            {
                throw new UnusableInputException(session.Say(
                    $"{file}: the events of case \"{row.CaseId}\" should be in order: {fault.Message}", $"{file}：案件“{row.CaseId}”的事件应按次序排列：{fault.Message}"));
            }
        }

        return [.. order.Select(id => cases[id])];
    }
}
