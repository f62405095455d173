namespace GridGovernance.Sdk.Cases;

/// <summary>A channel (渠道) by which matters become known.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, such as <c>grid-worker-terminal</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Source">Where it is named: an article's phrase, a statute, or <c>sample</c>.</param>
public sealed record CaseChannel(string Code, LocalizedText Name, string Source)
{
    /// <summary>Gets a value indicating whether a report must be verified on the spot before it is filed (核实), because no official saw it.</summary>
    public bool NeedsVerification { get; init; }

    /// <summary>Gets a value indicating whether a matter first known by it is traced back (责任倒查, S3-46).</summary>
    public bool IsTraced { get; init; }

    /// <summary>Gets a value indicating whether somebody reports for another who cannot (代诉, S4-24).</summary>
    public bool IsByProxy { get; init; }

    /// <summary>Gets the channels that the articles and the regulations name.</summary>
    public static EquatableArray<CaseChannel> Presets { get; } =
    [
        Of("grid-worker-terminal", "Grid worker's terminal", "网格员终端", "X县 (S3-13): 掌上治理通"),
        Of("cell-informant", "Cell informant", "单元格信息员", "通江县 (S4-2)"),
        Of("public-snapshot", "Public snapshot", "公众随手拍", "X县 (S3-13)") with { NeedsVerification = true },
        Of("wechat", "WeChat", "微信公众号", "X县 (S3-13): “智慧新田”公众微信") with { NeedsVerification = true },
        Of("hotline-12345", "Hotline 12345", "12345热线", "嘉兴 (S2-5)") with { NeedsVerification = true },
        Of("hotline-96345", "Hotline 96345", "96345热线", "嘉兴 (S2-5)") with { NeedsVerification = true },
        Of("online-mass-work", "Online mass work", "网上群众工作", "武大 (S0-18)") with { NeedsVerification = true },
        Of("petition", "Petition", "信访", "X县 (S3-46)") with { IsTraced = true },
        Of("media", "Media", "媒体", "X县 (S3-46)") with { IsTraced = true },
        Of("superior", "Assigned from above", "上级交办", "sample") with { IsTraced = true },
        Of("video", "Video patrol", "视频巡查", "X县 (S3-39)"),
        Of("whistle", "Whistle", "吹哨", "北京市接诉即办工作条例第十六条"),
        Of("proxy", "Report by proxy", "代诉", "通江县委党校 (S4-24)") with { IsByProxy = true },
        Of("department", "Department", "部门移送", "sample"),
    ];

    private static CaseChannel Of(string code, string en, string zh, string source) => new(code, new LocalizedText(en, zh), source);
}
