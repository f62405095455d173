namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Something that somebody wants done to a case.</summary>
/// <remarks>
/// <para>A command is done once: the case remembers the ids of the commands that moved it, and accepts a repeated one without events.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="CommandId">An id that the caller gives, unique among the commands of one case.</param>
public abstract record CaseCommand(string CommandId);
