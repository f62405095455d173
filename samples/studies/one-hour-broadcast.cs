#:property PublishAot=false
#:project ../../src/GridGovernance.Sdk.Simulation/GridGovernance.Sdk.Simulation.csproj
// A notice to every household within one hour (通江县：1小时内通知到每家每户)
//
// Question. 通江县 says that any emergency reaches every household within an hour, through county, township, village, grid and cell. What does
// that take?
//
// Method. A county of 33 townships, 330 villages, 660 grids, 7,920 cells and 237,600 households, as near to 通江县 as a regular one comes; one
// seat in a hundred is vacant, and the next above acts for it, with one thing done after the other. Routes, the limit of one urgent hour and
// the count of who was reached in time are production's (BroadcastPlanner, BroadcastPresets.Tongjiang, Broadcast.StatusAt). Assumed: somebody
// takes note of a notice after two minutes on average; a call takes 45 seconds; a group message or a loudspeaker reaches four households in
// five, after six minutes; the informant goes to the doors of the others, three minutes each. All these times are exponential.
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;

var study = new NoticeStudy(GovernanceModel.LoadOrThrow(StudyProgram.Beside("../CountyQuickstart/model")));
var standard = new NoticeParameters();

var experiment = new Experiment<NoticeParameters>(
    "one-hour-broadcast",
    [
        study.As("group-messages", standard),
        study.As("phone-chain", standard with { CallSeconds = 45 }),
        study.As("doors-only", standard with { GroupPermille = 0 }),
        study.As("nine-in-ten", standard with { GroupPermille = 900, NoticeSeconds = 60 }),
    ],
    [.. NoticeStudy.Measures.Select(measure => measure.Code)],
    study.Run);

var labels = new StudyLabels
{
    Title = new("Every household within one hour", "1小时内通知到每家每户"),
    Scenarios =
    [
        new("group-messages", new("group messages", "群消息逐级传达")),
        new("phone-chain", new("call after call", "逐个电话")),
        new("doors-only", new("doors only", "只上门")),
        new("nine-in-ten", new("9 in 10 by group", "群消息达九成")),
    ],
    Measures = NoticeStudy.Measures,
    Control = "group-messages",
};

return StudyProgram.Execute(args, experiment, labels, seed: 4, replications: 10);
