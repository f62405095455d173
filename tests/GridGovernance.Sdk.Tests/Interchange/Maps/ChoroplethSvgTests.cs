using System.Globalization;
using System.Xml.Linq;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange.Maps;
using GridGovernance.Sdk.Tests.Coverage;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Interchange.Maps;

public class ChoroplethSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Write_CellsWithValues_DrawsEachInItsClass()
    {
        var svg = XElement.Parse(ChoroplethSvg.Write(Sample()));

        Assert.Equal(61, svg.Descendants(Svg + "path").Count(static p => p.Element(Svg + "title") is not null));
        var counts = svg.Descendants(Svg + "text").Select(static t => t.Value).ToArray();
        Assert.Contains("Load of cells", counts);
        Assert.Contains("no value", counts);
        Assert.Contains("诺江镇", counts);
        Assert.Single(svg.Descendants(Svg + "g"), static g => g.Attribute("fill")?.Value is "#d9d9d9" && g.Elements().Any());
    }

    [Fact]
    public void Write_InChinese_SpeaksChinese()
    {
        var text = ChoroplethSvg.Write(Sample(), CultureInfo.GetCultureInfo("zh-CN"));

        Assert.Contains("单元格负荷", text, StringComparison.Ordinal);
        Assert.Contains("无数据", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no value", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ANameOfASentence_IsShortenedAndStaysOnTheMap()
    {
        var boundary = Shapes.Box(CoordinateSystem.Metric, 0, 0, 1000, 100);
        var map = new ChoroplethMap
        {
            Title = new("Names", "名称"),
            Measure = new("load", "负荷"),
            Areas = [new MapArea(boundary, 1)],
            Labels = [new MapLabel(Shapes.Box(CoordinateSystem.Metric, 990, 0, 1000, 10), new string('长', 120)), new MapLabel(Shapes.Box(CoordinateSystem.Metric, 0, 0, 5, 5), "a\u202Eb\u2066c")],
        };

        var names = XElement.Parse(ChoroplethSvg.Write(map)).Descendants(Svg + "text").Where(static t => t.Attribute("paint-order") is not null).ToArray();

        Assert.Equal([new string('长', 23) + "…", "a\uFFFDb\uFFFDc"], names.Select(static t => t.Value));
        Assert.InRange(double.Parse(names[0].Attribute("x")!.Value, CultureInfo.InvariantCulture), 480, 960 - 150);
        Assert.InRange(double.Parse(names[1].Attribute("x")!.Value, CultureInfo.InvariantCulture), 10, 40);
    }

    [Fact]
    public void Write_HostileTexts_StayTexts()
    {
        var map = Sample() with { Title = new("</title><script>alert(1)</script>\0\uD800", "\"'&<") };

        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("zh") })
        {
            var svg = XElement.Parse(ChoroplethSvg.Write(map, culture));

            Assert.DoesNotContain(svg.Descendants(), static e => e.Name.LocalName is "script");
        }
    }

    [Fact]
    public void Write_Classes_HoldEqualValuesTogether()
    {
        var box = Shapes.Box(CoordinateSystem.Metric, 0, 0, 10, 10);
        var map = Sample() with { Areas = EquatableArray.From(Enumerable.Repeat(new MapArea(box, 3), 50).Append(new MapArea(box, 9))), Labels = [] };

        var svg = XElement.Parse(ChoroplethSvg.Write(map));

        var groups = svg.Descendants(Svg + "g").Where(static g => g.Attribute("stroke-opacity") is not null).Select(static g => g.Elements().Count());
        Assert.Equal([0, 50, 1], groups);
    }

    [Fact]
    public void Write_WhatCannotBeDrawn_IsRefused()
    {
        var box = Shapes.Box(CoordinateSystem.Wgs84, 0, 0, 10, 10);

        Assert.Throws<ArgumentException>(() => ChoroplethSvg.Write(Sample() with { Areas = [], Labels = [] }));
        Assert.Throws<ArgumentException>(() => ChoroplethSvg.Write(Sample() with { Areas = [new MapArea(box, 1)] }));
        Assert.Throws<ArgumentException>(() => ChoroplethSvg.Write(Sample() with { ClassEnds = [3, 2] }));
    }

    private static ChoroplethMap Sample()
    {
        var county = new SampleCounty(CoordinateSystem.Metric, 4, 61, 1);
        return new ChoroplethMap
        {
            Title = new("Load of cells", "单元格负荷"),
            Measure = new("cases a cell", "每单元格事件数"),
            Areas = EquatableArray.From(county.Tiling.Faces.Select(static (f, i) => new MapArea(f, i == 7 ? null : i * i) { Tip = $"cell {i}" })),
            Labels = [new MapLabel(county.Tiling.Outline, "诺江镇")],
            Note = new("synthetic", "合成数据"),
        };
    }
}
