//! Text as it may be set: line feeds are kept, what no press can print is left out, look-alike radicals become characters.
//!
//! Promised: every printable character stays, in order. It deliberately changes no wording and no punctuation.

/// U+2F00–2FD5 (Kangxi radicals), which text copied from a PDF often holds in place of the characters.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of U+2E80–2EF3 and the characters they are read as, in pairs.
const SUPPLEMENT: &str = "⺁厂 ⺄乙 ⺅亻 ⺈刀 ⺉刂 ⺌小 ⺍小 ⺎兀 ⺒巳 ⺓幺 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺟母 ⺠民 ⺡氵 ⺢水 ⺣灬 ⺤爫 ⺦丬 \
    ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糸 ⺰纟 ⺲罒 ⺳网 ⺴网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 \
    ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 \
    ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻰龙 ⻱龟 ⻲龟 ⻳龟";

/// A character that can be searched for what looks like it.
pub(super) fn unified(ch: char) -> char {
    match ch {
        '\u{2F00}'..='\u{2FD5}' => KANGXI.chars().nth(ch as usize - 0x2F00).unwrap_or(ch),
        '\u{2E80}'..='\u{2EF3}' => {
            SUPPLEMENT.split(' ').find_map(|pair| pair.strip_prefix(ch)?.chars().next()).unwrap_or(ch)
        }
        '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        _ => ch,
    }
}

/// Has no ink and no width, or is not a character at all.
pub(super) fn is_void(ch: char) -> bool {
    (ch.is_control() && ch != '\n')
        || matches!(ch, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(ch, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Text ready to be set.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for ch in text.chars() {
        match ch {
            // Line ends of all systems count as one line feed.
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' if before == '\r' => {}
            _ => {
                let ch = unified(ch);
                if !is_void(ch) {
                    out.push(ch);
                }
            }
        }
        before = ch;
    }
    out
}

/// As [`clean`], on one line.
pub fn clean_line(text: &str) -> String {
    clean(text).split('\n').map(str::trim).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kangxi_radicals_become_the_characters_people_search_for() {
        assert_eq!(clean("⼯⻓⻢⾼"), "工长马高");
        assert_eq!(KANGXI.chars().count(), 214);
    }

    #[test]
    fn control_characters_vanish_and_line_ends_count_once() {
        assert_eq!(clean("甲\r\n乙\u{7}\u{200B}\r丙\t丁"), "甲\n乙\n丙 丁");
        assert_eq!(clean_line(" 甲 \n 乙 "), "甲乙");
    }
}
