using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A subject was given a colour (赋码), by a rule that explains it.</summary>
/// <param name="Subject">The opaque id of the person, or the code of the area.</param>
/// <param name="Rule">The rule that gives the colour.</param>
/// <param name="Otherwise">The rule that holds once it has expired.</param>
/// <param name="Until">When it expires; null until it is changed.</param>
public sealed record ColourGiven(string Subject, ColourRule Rule, ColourRule Otherwise, Instant? Until) : ColourEvent;
