using GridGovernance.Sdk.Simulation.Counties;

namespace GridGovernance.Sdk.Simulation.Tests.Counties;

/// <summary>通江县 with its 33 townships, as the tests build it.</summary>
internal static class SampleCounty
{
    internal static SyntheticCountyOptions Options { get; } = new()
    {
        CountyCode = "511921",
        CountyName = "通江县",
        Townships =
        [
            new("511921001", "壁州街道") { IsMainTown = true },
            new("511921100", "诺江镇") { IsMainTown = true },
            new("511921101", "民胜镇"),
            new("511921102", "火炬镇"),
            new("511921103", "广纳镇"),
            new("511921104", "铁佛镇"),
            new("511921105", "麻石镇"),
            new("511921106", "至诚镇"),
            new("511921107", "洪口镇"),
            new("511921108", "沙溪镇"),
            new("511921109", "瓦室镇"),
            new("511921110", "永安镇"),
            new("511921111", "铁溪镇"),
            new("511921112", "涪阳镇"),
            new("511921113", "诺水河镇"),
            new("511921114", "毛浴镇"),
            new("511921115", "泥溪镇"),
            new("511921116", "两河口镇"),
            new("511921117", "板桥口镇"),
            new("511921118", "新场镇"),
            new("511921119", "杨柏镇"),
            new("511921120", "三溪镇"),
            new("511921121", "春在镇"),
            new("511921122", "龙凤场镇"),
            new("511921123", "空山镇"),
            new("511921124", "唱歌镇"),
            new("511921125", "陈河镇"),
            new("511921126", "青峪镇"),
            new("511921127", "兴隆镇"),
            new("511921128", "烟溪镇"),
            new("511921129", "长坪镇"),
            new("511921214", "松溪乡"),
            new("511921216", "胜利乡"),
        ],
    };
}
