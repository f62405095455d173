using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One thing to decide: a matter, an action and somebody by number, a place and a day.</summary>
internal readonly record struct RulePoint(int Matter, int Action, int Actor, GridCode Place, LocalDate Day);
