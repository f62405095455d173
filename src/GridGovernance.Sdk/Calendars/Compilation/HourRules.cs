using System.Globalization;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Checks a list of working hours.</summary>
internal static class HourRules
{
    /// <summary>Checks that no stretch is empty, that no two overlap, and that none runs into the same hours of the next day.</summary>
    /// <param name="hours">The hours.</param>
    /// <param name="path">Where they are in the definition.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal static void Check(EquatableArray<DailyHours> hours, string path, List<Finding> findings)
    {
        for (var i = 0; i < hours.Count; i++)
        {
            var place = FindingPlace.At(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"));
            if (hours[i].ToMinute <= hours[i].FromMinute)
            {
                findings.Add(Finding.Error(CalendarMessages.All["calendars.empty-hours", hours[i].ToString()], place));
            }

            foreach (var other in hours)
            {
                if (hours[i].ToMinute > other.FromMinute + 1440)
                {
                    findings.Add(Finding.Error(CalendarMessages.All["calendars.hours-into-next-day", hours[i].ToString(), other.ToString()], place));
                    break;
                }
            }

            for (var j = 0; j < i; j++)
            {
                if (hours[i].FromMinute < hours[j].ToMinute && hours[j].FromMinute < hours[i].ToMinute)
                {
                    findings.Add(Finding.Error(CalendarMessages.All["calendars.overlapping-hours", hours[i].ToString(), hours[j].ToString()], place));
                }
            }
        }
    }
}
