namespace GridGovernance.Sdk.Permissions;

/// <summary>Who acts, by number; −1 where there is none.</summary>
/// <param name="Post">The post.</param>
/// <param name="Department">The department.</param>
/// <param name="Level">The level.</param>
internal readonly record struct ActorIds(int Post, int Department, int Level);
