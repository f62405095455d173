namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>The rooms of the core in their order: a room may use the ones before it, never the ones after it.</summary>
internal static class Rooms
{
    /// <summary>The namespace that all rooms lie in.</summary>
    internal const string Root = "GridGovernance.Sdk";

    /// <summary>The root's own words, as a room's name.</summary>
    internal const string RootRoom = "";

    private static readonly string[] Order =
    [
        RootRoom, "Internal", "Calendars", "Geodesy", "Grids", "Coverage", "Division", "Staffing", "Lifecycles", "Permissions",
        "Cases", "Fieldwork", "Statistics", "Assessment", "Interchange", "Hosting",
    ];

    /// <summary>Returns the room of a namespace; null for what is not the core's.</summary>
    internal static string? Of(string? name)
    {
        if (string.Equals(name, Root, StringComparison.Ordinal))
        {
            return RootRoom;
        }

        if (name?.StartsWith(Root + ".", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var room = name[(Root.Length + 1)..].Split('.')[0];
        return room is "Simulation" or "Tool" ? null : room;
    }

    /// <summary>Says whether a room is one that the order knows.</summary>
    internal static bool IsKnown(string room) => Order.Contains(room, StringComparer.Ordinal);

    /// <summary>Says whether a room may use another.</summary>
    internal static bool MayUse(string room, string other) =>
        string.Equals(room, other, StringComparison.Ordinal) || Array.IndexOf(Order, other) < Array.IndexOf(Order, room);
}
