using GridGovernance.Sdk.Grids;

namespace CountyQuickstart.Report.Sections;

/// <summary>What the county consists of, where each figure comes from, and its townships.</summary>
internal static class CountySection
{
    internal static void Write(ReportPage page)
    {
        var result = page.Result;
        page.Paragraph(
            "The hierarchy has five levels of space. Four of them manage, each with a responsible post: county, township, village or community, and cell; between village and cell lies the grid, to which the grid worker belongs. The county calls this \"1+4+N\": one network, four levels that manage, and any number of tasks.",
            "空间分为五级，其中四级承担管理职责，各有责任岗位：县、乡镇（街道）、村（社区）、单元格；村与单元格之间是网格，网格员就在这一级。县里称之为“1+4+N”：一张网、四级管理、多项任务。");
        ReportTable.Write(page.Html, null, [page.Say("What", "内容"), page.Say("#Number", "#数量"), page.Say("Where the figure comes from", "数字来源")], Rows(page));
        page.Paragraph(
            "Cells are drawn around where people live, not by equal area: a cell of a few stairwells in the county town covers a hectare, a cell of a mountain hamlet several square kilometres. "
            + "Every corner lies on an integer coordinate (a ten-millionth of a degree, about a centimetre), so that neighbouring cells share their border exactly.",
            "单元格围绕人的居住划定，而不是平均面积：县城里几个楼道组成的单元格不过一公顷，山区院落的单元格可达数平方公里。"
            + "每个拐点都落在整数坐标上（千万分之一度，约一厘米），因此相邻单元格的边界完全一致。");
        using (page.Html.Open("details"))
        {
            page.Html.Element("summary", page.Say("Table: the townships one by one", "表：各乡镇（街道）"));
            Townships(page);
        }
    }

    private static void Townships(ReportPage page)
    {
        ReportTable.Write(
            page.Html,
            null,
            [page.Say("!Code", "!代码"), page.Say("!Name", "!名称"), page.Say("#Villages and communities", "#村（社区）"), page.Say("#Grids", "#网格"), page.Say("#Cells", "#单元格"), page.Say("#People", "#人口"), page.Say("#Area, km²", "#面积，km²"), page.Say("#Cases", "#案件"), page.Say("#per 1,000 people", "#每千人")],
            page.Result.Loads.ByTownship().Select(static one => (string[])
            [
                one.Unit.Code.ToString(), one.Unit.Name, Language.Count(one.Neighbourhoods), Language.Count(one.Grids), Language.Count(one.Cells), Language.Count(one.People),
                Decimal((decimal)(one.Unit.Boundary?.AreaSquareMetres ?? 0) / 1_000_000m), Language.Count(one.Cases), Decimal(one.People == 0 ? 0 : 1000m * one.Cases / one.People),
            ]));
    }

    private static IEnumerable<string[]> Rows(ReportPage page)
    {
        var (result, stated) = (page.Result, page.Say("published by the county", "县公布"));
        var made = page.Say("assumed for the sample; generated", "样例假定，合成");
        yield return Row(page.Say("Townships and streets", "乡镇（街道）"), result.Count("township"), page.Say("official register, names and codes real; borders generated", "民政登记，名称和代码真实；界线为合成"));
        yield return Row(page.Say("Villages", "行政村"), result.Count(GridKind.Village), stated + page.Say("; names and borders generated", "；名称和界线为合成"));
        yield return Row(page.Say("Urban communities", "社区"), result.Count(GridKind.Community), made);
        yield return Row(page.Say("Grids, one worker each", "网格，一格一员"), result.Count("grid"), stated + page.Say("; borders generated", "；界线为合成"));
        yield return Row(page.Say("Cells, one informant each", "单元格，一格一名信息员"), result.Count("cell"), stated + page.Say("; borders generated", "；界线为合成"));
        yield return Row(page.Say("People", "人口"), result.County.Households.PersonCount, page.Say("published total; every person synthetic, an opaque number", "总数为县公布；每个人均为合成，仅有不透明编号"));
        yield return Row(page.Say("Households", "住户"), result.County.Households.HouseholdCount, made);
        yield return
        [
            page.Say("Area, km²", "面积，km²"),
            Decimal((decimal)result.Outline.AreaSquareMetres / 1_000_000m),
            result.Options.Boundary is null
                ? page.Say("generated outline of the published area (4,119 km²)", "按公布面积（4119 km²）生成的轮廓")
                : page.Say($"real outline, read in {result.Options.BoundarySystem.Code} and converted to CGCS2000", $"真实轮廓，由{result.Options.BoundarySystem.Code}坐标读入并转换为CGCS2000"),
        ];
    }

    private static string[] Row(string what, int number, string source) => [what, Language.Count(number), source];

    private static string Decimal(decimal value) => value.ToString("#,0.0", System.Globalization.CultureInfo.InvariantCulture);
}
