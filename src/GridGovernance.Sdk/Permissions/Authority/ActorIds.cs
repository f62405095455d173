namespace GridGovernance.Sdk.Permissions;

/// <summary>Who acts, by number; −1 where there is none.</summary>
/// <param name="Post">The post.</param>
/// <param name="Department">The department.</param>
/// <param name="Level">The level.</param>
/// <param name="Kind">The kind of unit, among those that the list names from 1 on; 0 for every other and for none.</param>
internal readonly record struct ActorIds(int Post, int Department, int Level, int Kind);
