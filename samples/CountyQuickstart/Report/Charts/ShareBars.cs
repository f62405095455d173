namespace CountyQuickstart.Report.Charts;

/// <summary>Bars of equal length, one a row, each divided into its shares: how the whole of each row splits up.</summary>
internal static class ShareBars
{
    private const double Left = 130;
    private const double Width = 640;
    private const double RowHeight = 46;

    /// <summary>Draws the bars.</summary>
    /// <param name="description">What the picture shows, for who cannot see it.</param>
    /// <param name="parts">Colour and meaning of each part, from left to right.</param>
    /// <param name="rows">The rows: a label, and a count for each part.</param>
    /// <returns>The SVG element.</returns>
    internal static string Draw(string description, (string Colour, string Text)[] parts, IReadOnlyList<(string Label, int[] Counts)> rows)
    {
        using var canvas = new SvgCanvas(Left + Width + 110, (rows.Count * RowHeight) + 40, description);
        canvas.Legend(Left, 14, parts);
        for (var r = 0; r < rows.Count; r++)
        {
            var (label, counts) = rows[r];
            var (y, total, x) = (32 + (r * RowHeight), Math.Max(1, counts.Sum()), Left);
            canvas.Label(Left - 12, y + 19, label, "end");
            for (var i = 0; i < counts.Length; i++)
            {
                var width = Width * counts[i] / total;
                var share = Language.Percent((decimal)counts[i] / total);
                canvas.Box(x, y, Math.Max(0, width - 1), 28, parts[i].Colour, $"{parts[i].Text}: {Language.Count(counts[i])} ({share})");
                if (width > 52)
                {
                    canvas.Label(x + (width / 2), y + 19, share, "middle", parts[i].Colour is SvgCanvas.Orange or SvgCanvas.Sky ? SvgCanvas.Ink : "#ffffff");
                }

                x += width;
            }

            canvas.Label(Left + Width + 8, y + 19, Language.Count(counts.Sum()), "start", SvgCanvas.Soft);
        }

        return canvas.Finish();
    }
}
