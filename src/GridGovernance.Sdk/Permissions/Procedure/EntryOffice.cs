namespace GridGovernance.Sdk.Permissions;

/// <summary>The office that takes the applications of the departments of one level (同级网格化工作机构).</summary>
/// <remarks>舟山市网格化服务管理条例 art 24: a department applies to the office of its own level. Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Level">The code of the level.</param>
/// <param name="Body">The code of the body or department.</param>
public sealed record EntryOffice(string Level, string Body);
