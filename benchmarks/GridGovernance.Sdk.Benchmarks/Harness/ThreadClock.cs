using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>The CPU time of the calling thread, which other programs on the machine do not move; wall time where the system has no such clock.</summary>
internal static partial class ThreadClock
{
    private const int LinuxThreadCpuTime = 3;
    private const int MacThreadCpuTime = 16;

    /// <summary>Returns nanoseconds since some moment of the past.</summary>
    internal static long Nanoseconds()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            return GetTime(OperatingSystem.IsLinux() ? LinuxThreadCpuTime : MacThreadCpuTime, out var time) == 0
                ? (time.Seconds * 1_000_000_000L) + time.Nanoseconds
                : throw new InvalidOperationException($"clock_gettime failed with error {Marshal.GetLastPInvokeError()}.");
        }

        return (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
