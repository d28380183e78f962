//! The command line as data, with its help in Chinese. It deliberately decides nothing.
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand};

/// Help of the program: name, use, then what clap lists.
const PAGE: &str = "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
const OPTIONS: &str = "选项";
const ARGUMENTS: &str = "参数";

const EXAMPLES: &str = "\
登录：
  由环境变量 ZQ_USER（登录名）和 ZQ_PASSWORD（口令）给出；没有设置时在终端询问。

退出码：
  0  办成
  1  未办成（规则不允许、无权、数据有误，或检查发现问题），原因写在标准错误输出
  2  命令行写法不对

例子：
  zq --data ./示例 demo                              建立示例数据并列出账号
  zq commands                                        全部命令（JSON）
  zq --data ./示例 ask meeting_list '{}'             查询会议
  zq --data ./示例 ask registry_unit_add - < 单位.json
  zq --data ./示例 import roster 花名册.xlsx --dry-run  只检查，不写入
  zq --data ./示例 print 会议纪要 会议编号 -o 纪要.pdf
  zq --data ./示例 ledger 通讯录 -o 通讯录.xlsx
  zq --data ./示例 check                             检查数据是否完好
  zq typeset 通知.txt -o 通知.pdf                    把文本排成公文，不用数据文件夹
  zq blank 传阅单 -o 传阅单.pdf                      打印空白表格";

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "zq",
    version,
    about = "质强办命令行：不开窗口，办同样的事。权限、规则、留痕与窗口程序完全相同。",
    after_help = EXAMPLES,
    help_template = PAGE,
    override_usage = "zq [--data 文件夹] 命令 …",
    subcommand_help_heading = "命令",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    infer_long_args = false
)]
pub struct Cli {
    /// 数据文件夹
    #[arg(long, global = true, value_name = "文件夹", help_heading = OPTIONS)]
    pub data: Option<PathBuf>,
    /// 以这一天作为今天（测试用）
    #[arg(long, global = true, value_name = "日期", hide = true, value_parser = day)]
    pub today: Option<NaiveDate>,
    /// 显示帮助
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// 建立示例数据，列出账号
    #[command(
        help_template = PAGE,
        override_usage = "zq --data 文件夹 demo [--months 月数] [--seed 种子] [--papers 文件夹]",
        after_help = "\
文件夹里还没有数据时，建立一个虚构的“示例市”：46 个单位、约 200 人、一年的会议。
所有打印件都带“示例”字样。账号写入该文件夹的“示例账号.json”。相同种子的数据完全相同。
文件夹里已有示例数据时不再建立，只列出账号。

例子：
  zq --data ./示例 demo
  zq --data ./示例 demo --months 3 --seed 7
  zq --data ./示例 demo --papers ./打印件      同时输出最近两次会议的全部打印件
                                               （该文件夹里的同名文件会被替换）"
    )]
    Demo(DemoArgs),
    /// 列出全部命令：名称、标题、权限、请求与答复的类型（JSON）
    #[command(help_template = PAGE, override_usage = "zq commands", after_help = "\
mode：reads 只读，changes 写入，exports 导出（留痕），door 登录前后。
request、answer 是 TypeScript 类型名。

例子：
  zq commands
  zq commands > 命令.json")]
    Commands,
    /// 按名称办理一件事，答复为 JSON
    #[command(help_template = PAGE, override_usage = "zq --data 文件夹 ask 命令名 [JSON|-] [-o 文件]", after_help = "\
请求是一个 JSON 对象；写“-”时从标准输入读取；不写时为 {}。
答复写到标准输出。答复是文件时，用 -o 保存；不写 -o 时只显示文件名和字节数。
未办成时，原因以 JSON 写到标准错误输出：kind、message、hint、article。

例子：
  zq --data ./示例 ask door_state
  zq --data ./示例 ask meeting_list '{}'
  zq --data ./示例 ask registry_unit_add - < 单位.json")]
    Ask(AskArgs),
    /// 列出可以打印的表单和可以导出的台账
    #[command(help_template = PAGE, override_usage = "zq forms", after_help = "\
第一列用作 print、ledger 的名称，中文标题也可以。
第三列说明 print 的编号填什么。")]
    Forms,
    /// 打印一张表单为 PDF
    #[command(help_template = PAGE, override_usage = "zq --data 文件夹 print 表单 编号 -o 文件.pdf [--force]", after_help = "\
表单名称见 zq forms。按日期的表单，编号写日期；写“-”表示今天或全部。

例子：
  zq --data ./示例 print 会议纪要 0157f0c2-… -o 纪要.pdf
  zq --data ./示例 print 成员名单 2016-09-01 -o 名单.pdf")]
    Print(PrintArgs),
    /// 导出一本台账为 Excel
    #[command(help_template = PAGE, override_usage = "zq --data 文件夹 ledger 台账 [--filter JSON] -o 文件.xlsx [--force]", after_help = "\
台账名称见 zq forms。--filter 与窗口中的筛选相同，是一个 JSON 对象。导出会留痕。

例子：
  zq --data ./示例 ledger 通讯录 -o 通讯录.xlsx")]
    Ledger(LedgerArgs),
    /// 从 Excel 导入
    #[command(help_template = PAGE, override_usage = "zq --data 文件夹 import roster 文件.xlsx [--dry-run] [--good-rows]", after_help = "\
先检查整个工作簿，逐条列出问题（工作表、行、列）。只要有一处问题，就一行也不写入，退出码为 1。

例子：
  zq --data ./示例 import roster 花名册.xlsx --dry-run
  zq --data ./示例 import roster 花名册.xlsx")]
    Import(ImportArgs),
    /// 检查数据是否完好：数据库、记录关联、审计链、附件（JSON）
    #[command(help_template = PAGE, override_usage = "zq --data 文件夹 check", after_help = "\
一切正常时退出码为 0；发现问题时退出码为 1。")]
    Check,
    /// 把带题头的文本排成公文、纪要、简报（PDF 或 Word），不用数据文件夹
    #[command(
        help_template = PAGE,
        override_usage = "zq typeset 文件|文件夹|- -o 输出 [--no-tidy] [--pdfa] [--docx] [--force]",
        after_help = "\
文本的第一行写“---”，接着每行写“标题: …”“主送: …”等，再一行“---”，之后是正文；写法见使用说明“公文排版”。
输出的结尾是 .pdf 或 .docx。改正的标点、替代的字体、缺的字列在标准错误输出。
写文件夹时，排其中每个 .txt 和 .md 文件，输出到另一个文件夹；有一个没有排成，退出码就是 1。

例子：
  zq typeset 通知.txt -o 通知.pdf
  zq typeset 通知.txt -o 通知.docx
  zq typeset - -o 纪要.pdf --pdfa < 纪要.txt
  zq typeset ./文稿 -o ./打印件 --force"
    )]
    Typeset(TypesetArgs),
    /// 打印空白表格为 PDF，不用数据文件夹
    #[command(help_template = PAGE, override_usage = "zq blank 表格|all -o 文件.pdf|文件夹 [--office 名称] [--force]", after_help = "\
表格名称见 zq forms。写“all”时，全部空白表格输出到一个文件夹。

例子：
  zq blank 传阅单 -o 传阅单.pdf --office 市创建办
  zq blank all -o ./空白表格")]
    Blank(BlankArgs),
}

/// `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// 几个月的会议（1 至 12），不写时为 12
    #[arg(long, value_name = "月数", default_value = "12", hide_default_value = true, value_parser = months, help_heading = OPTIONS)]
    pub months: u32,
    /// 种子；相同种子的数据完全相同，不写时为 2016
    #[arg(long, value_name = "种子", default_value = "2016", hide_default_value = true, value_parser = seed, help_heading = OPTIONS)]
    pub seed: u64,
    /// 把最近两次会议的全部打印件、名册和台账写到这个文件夹
    #[arg(long, value_name = "文件夹", help_heading = OPTIONS)]
    pub papers: Option<PathBuf>,
}

/// `ask`.
#[derive(Debug, Args)]
pub struct AskArgs {
    /// 命令名，见 zq commands
    #[arg(value_name = "命令名", help_heading = ARGUMENTS, display_order = 1)]
    pub name: String,
    /// 请求（JSON 对象）；“-”表示从标准输入读取
    #[arg(value_name = "JSON", default_value = "{}", hide_default_value = true, help_heading = ARGUMENTS, display_order = 2)]
    pub request: String,
    /// 答复是文件时保存到这里
    #[arg(short, long, value_name = "文件", help_heading = OPTIONS)]
    pub output: Option<PathBuf>,
    /// 覆盖已有文件
    #[arg(long, help_heading = OPTIONS)]
    pub force: bool,
}

/// `print`.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// 表单，见 zq forms
    #[arg(value_name = "表单", help_heading = ARGUMENTS, display_order = 3)]
    pub form: String,
    /// 记录编号、日期，或“-”
    #[arg(value_name = "编号", help_heading = ARGUMENTS, display_order = 4)]
    pub id: String,
    /// 保存到
    #[arg(short, long, value_name = "文件.pdf", help_heading = OPTIONS)]
    pub output: PathBuf,
    /// 覆盖已有文件
    #[arg(long, help_heading = OPTIONS)]
    pub force: bool,
}

/// `ledger`.
#[derive(Debug, Args)]
pub struct LedgerArgs {
    /// 台账，见 zq forms
    #[arg(value_name = "台账", help_heading = ARGUMENTS, display_order = 5)]
    pub name: String,
    /// 筛选（JSON 对象）
    #[arg(long, value_name = "JSON", default_value = "{}", hide_default_value = true, help_heading = OPTIONS)]
    pub filter: String,
    /// 保存到
    #[arg(short, long, value_name = "文件.xlsx", help_heading = OPTIONS)]
    pub output: PathBuf,
    /// 覆盖已有文件
    #[arg(long, help_heading = OPTIONS)]
    pub force: bool,
}

/// `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// 导入什么：roster（花名册）
    #[arg(value_name = "roster", value_parser = ["roster"], hide_possible_values = true, help_heading = ARGUMENTS, display_order = 6)]
    pub what: String,
    /// 工作簿
    #[arg(value_name = "文件.xlsx", help_heading = ARGUMENTS, display_order = 7)]
    pub file: PathBuf,
    /// 只检查，不写入
    #[arg(long, help_heading = OPTIONS)]
    pub dry_run: bool,
    /// 跳过有问题的行，写入其余各行
    #[arg(long, conflicts_with = "dry_run", help_heading = OPTIONS)]
    pub good_rows: bool,
}

/// `typeset`.
#[derive(Debug, Args)]
pub struct TypesetArgs {
    /// 文本文件；文件夹；“-”表示从标准输入读取
    #[arg(value_name = "文件", help_heading = ARGUMENTS, display_order = 8)]
    pub file: PathBuf,
    /// 保存到：文件.pdf、文件.docx，或文件夹
    #[arg(short, long, value_name = "输出", help_heading = OPTIONS)]
    pub output: PathBuf,
    /// 不改正标点、空格、序号等写法
    #[arg(long, help_heading = OPTIONS)]
    pub no_tidy: bool,
    /// 存成归档用的 PDF/A
    #[arg(long, conflicts_with = "docx", help_heading = OPTIONS)]
    pub pdfa: bool,
    /// 输出到文件夹时，存成 Word
    #[arg(long, help_heading = OPTIONS)]
    pub docx: bool,
    /// 覆盖已有文件
    #[arg(long, help_heading = OPTIONS)]
    pub force: bool,
}

/// `blank`.
#[derive(Debug, Args)]
pub struct BlankArgs {
    /// 表格，见 zq forms；“all”表示全部
    #[arg(value_name = "表格", help_heading = ARGUMENTS, display_order = 9)]
    pub form: String,
    /// 保存到：文件.pdf，或文件夹
    #[arg(short, long, value_name = "输出", help_heading = OPTIONS)]
    pub output: PathBuf,
    /// 印在表格上的办公室简称
    #[arg(long, value_name = "名称", default_value = "", hide_default_value = true, help_heading = OPTIONS)]
    pub office: String,
    /// 印在表格上的领导小组全称
    #[arg(long, value_name = "名称", default_value = "", hide_default_value = true, help_heading = OPTIONS)]
    pub group: String,
    /// 覆盖已有文件
    #[arg(long, help_heading = OPTIONS)]
    pub force: bool,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "日期应写成 2016-11-23。".into())
}

fn months(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|n| (1..=12).contains(n)).ok_or_else(|| "应为 1 至 12 的整数。".into())
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "应为不带符号的整数。".into())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed_and_its_help_is_chinese() {
        let mut command = super::Cli::command();
        command.clone().debug_assert();
        command.build();
        let mut pages = vec![command.render_long_help().to_string()];
        let names: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
        for name in names {
            let verb = command.find_subcommand_mut(&name).unwrap();
            pages.push(verb.render_long_help().to_string());
        }
        for page in pages {
            for english in
                ["Usage", "Options", "Arguments", "Print ", "default:", "possible values", "[OPTIONS]"]
            {
                assert!(!page.contains(english), "“{english}” stands in\n{page}");
            }
        }
    }
}
