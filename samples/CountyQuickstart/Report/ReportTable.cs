namespace CountyQuickstart.Report;

/// <summary>A table of the report: headings, then row by row. A heading that begins with <c>#</c> is of a column of numbers, aligned right; one that begins with <c>!</c> is of a column that does not wrap.</summary>
internal static class ReportTable
{
    internal static void Write(HtmlWriter html, string? caption, string[] headings, IEnumerable<string[]> rows, bool lastIsSum = false)
    {
        var styles = Array.ConvertAll(headings, static heading => heading[0] switch { '#' => "n", '!' => "k", _ => null });
        using (html.Open("div", "scroll"))
        using (html.Open("table"))
        {
            if (caption is not null)
            {
                html.Element("caption", caption);
            }

            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                for (var i = 0; i < headings.Length; i++)
                {
                    html.Element("th", headings[i].TrimStart('#', '!'), styles[i]);
                }
            }

            using (html.Open("tbody"))
            {
                var all = rows.ToArray();
                for (var r = 0; r < all.Length; r++)
                {
                    using (html.Open("tr", lastIsSum && r == all.Length - 1 ? "sum" : null))
                    {
                        Cells(html, all[r], styles);
                    }
                }
            }
        }
    }

    private static void Cells(HtmlWriter html, string[] cells, string?[] styles)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            html.Element("td", cells[i], styles[i]);
        }
    }
}
