namespace GridGovernance.Sdk.Interchange;

/// <summary>One kind of event: its name in files, and how it is read and written.</summary>
internal sealed record EventKind<TEvent>(string Name, Type Type, Func<byte[], string, ImportLimits, Action<Finding>, TEvent?> Read, Func<TEvent, byte[]> Write)
    where TEvent : class
{
    internal static EventKind<TEvent> Of<T>(string name, JsonFormat format)
        where T : class, TEvent => new(
            name,
            typeof(T),
            (content, file, limits, report) =>
            {
                var read = format.Read<T>(content, file, limits);
                foreach (var finding in read.Report)
                {
                    report(finding);
                }

                return read.Value;
            },
            e => format.Write((T)e));
}
