using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>The unit of a measure in the reader's language; a share is printed in percent.</summary>
internal static class UnitText
{
    internal static string Of(StudyMeasure measure, CultureInfo? culture) => measure.Unit == "share" ? "%" : new LocalizedText(measure.Unit, Chinese(measure.Unit)).ToString(culture);

    private static string Chinese(string unit) => unit switch
    {
        "hours" => "小时",
        "minutes" => "分钟",
        "days" => "天",
        "cases" or "reports" or "matters" => "件",
        "times" or "visits" => "次",
        "people" => "人",
        "households" => "户",
        "cells" => "个单元格",
        "points" => "分",
        _ => unit,
    };
}
