using System.Reflection;
using CountyQuickstart.Report.Sections;
using CountyQuickstart.Steps;
using GridGovernance.Sdk;

namespace CountyQuickstart.Report;

/// <summary><c>report.html</c>: one self-contained page that tells what happened in the county. It loads nothing and runs no script.</summary>
internal static class ReportFile
{
    internal const string Name = "report.html";

    private static readonly (string Id, LocalizedText Title, Action<ReportPage> Write)[] Chapters =
    [
        ("county", new("How the county was built", "这个县是怎样搭建的"), CountySection.Write),
        ("division", new("How the cells were drawn", "单元格是怎样划出来的"), DivisionSection.Write),
        ("coverage", new("Is everybody covered?", "有没有漏格、漏户、漏人"), CoverageSection.Write),
        ("map", new("The map", "地图"), MapSection.Write),
        ("cases", new("What became of the cases", "案件办得怎么样"), CasesSection.Write),
        ("dispatch", new("What the county's lists refused", "哪些派遣被清单拒绝"), DispatchSection.Write),
        ("escalation", new("What happens when a case is late", "超期之后发生了什么"), EscalationSection.Write),
        ("fieldwork", new("What grid workers did between cases", "案件之外的网格工作"), FieldworkSection.Write),
        ("lifecycles", new("The rules that cases follow", "案件遵循的规则"), LifecycleSection.Write),
        ("scores", new("How grid workers and departments scored", "网格员与部门得分"), AssessmentSection.Write),
        ("method", new("Method, limits and sources", "方法、局限与来源"), MethodSection.Write),
    ];

    internal static void Write(TextWriter output, QuickstartResult result)
    {
        var html = new HtmlWriter(output);
        var page = new ReportPage(html, result);
        html.Raw("<!DOCTYPE html>\n");
        html.Raw($"<html lang=\"{page.Say("en", "zh-Hans")}\" xml:lang=\"{page.Say("en", "zh-Hans")}\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Element("title", OpeningSection.Title(page));
        html.Raw("<style>\n" + StyleSheet() + "</style>\n</head>\n");
        using (html.Open("body"))
        {
            using (html.Open("main"))
            {
                OpeningSection.Write(page, Chapters.Select(static chapter => (chapter.Id, chapter.Title)));
                foreach (var (id, title, write) in Chapters)
                {
                    page.Chapter(id, title);
                    write(page);
                }
            }
        }

        html.Raw("</html>\n");
    }

    private static string StyleSheet()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
