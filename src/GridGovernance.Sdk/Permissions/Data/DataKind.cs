namespace GridGovernance.Sdk.Permissions;

/// <summary>What form a data item has.</summary>
public enum DataKind
{
    /// <summary>A field of a record, which may be shown masked.</summary>
    Record = 0,

    /// <summary>Video (视频资源), which is shown whole or not at all.</summary>
    Video = 1,
}
