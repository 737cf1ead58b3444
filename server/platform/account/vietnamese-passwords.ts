/**
 * What people in Viet Nam often use in passwords, folded (no diacritics, no spaces): the lists of leaked passwords kept
 * elsewhere are English. The most common first; passwords built on them (matkhau123, Hanoi@2024) are weighted
 * accordingly.
 */
export const VIETNAMESE_PASSWORDS: readonly string[] = [
  ...['matkhau', 'matkhaumoi', 'matkhaucu', 'doimatkhau', 'khongcomatkhau', 'quenmatkhau', 'dangnhap', 'taikhoan'],
  ...['anhyeuem', 'emyeuanh', 'anhnhoem', 'emnhoanh', 'yeuem', 'yeuanh', 'anhem', 'vochong', 'conyeu', 'mevaconyeu'],
  ...['yeugiadinh', 'giadinh', 'giadinhlaso1', 'bomeyeucon', 'conyeubome', 'tinhyeu', 'maiyeuem', 'maiyeuanh', 'nhoem'],
  ...['khongbiet', 'khongco', 'khongnho', 'khongquen', 'deobiet', 'xinchao', 'camon', 'hanhphuc', 'binhan', 'maiman'],
  ...['maimaiyeuem', 'motminhanh', 'codon', 'buonqua', 'thanhcong', 'phatdat', 'phattai', 'tienoi'],
  ...['vietnam', 'vietnamvodich', 'toiyeuvietnam', 'yeuvietnam', 'hanoi', 'haiphong', 'danang', 'cantho', 'saigon'],
  ...['hochiminh', 'tphcm', 'tphochiminh', 'thanhpho', 'bachho', 'bacho', 'hue', 'thuathienhue', 'nghean', 'thanhhoa'],
  ...['quangninh', 'quangnam', 'dongnai', 'binhduong', 'vungtau', 'nhatrang', 'dalat', 'langson', 'laocai', 'hagiang'],
  ...['chinhphu', 'thutuong', 'vanphong', 'vanphongchinhphu', 'dieuhanh', 'quantri', 'quantrivien', 'chuyenvien'],
  ...['canbo', 'congchuc', 'vienchuc', 'coquan', 'donvi', 'nhanvien', 'truongphong', 'giamdoc', 'lanhdao', 'vanthu'],
  ...['botaichinh', 'boyte', 'bocongan', 'bonoivu', 'uybannhandan', 'ubnd', 'tinhuy', 'hdnd', 'quochoi'],
  ...['nguyen', 'nguyenvana', 'nguyenvan', 'nguyenthi', 'tranvan', 'tranthi', 'levan', 'lethi', 'phamvan', 'hoangvan'],
  ...['tuananh', 'minhanh', 'hoangnam', 'quanghuy', 'thanhtung', 'thuhuong', 'phuongthao', 'ngoclan', 'hoamai'],
  ...['conmeo', 'concho', 'conheo', 'conga', 'hoahong', 'hoasen', 'hoamaivang', 'bongda', 'bongdavietnam', 'zingme'],
  ...['mobifone', 'viettel', 'vinaphone', 'facebookcom', 'zalovn', 'gmailcom', 'maytinh', 'dienthoai', 'internet'],
  ...['motmot', 'mothaiba', 'mothaibabon', 'mothaibabonnam', 'namsaubaytam', 'sosoi', 'bimat', 'tuyetmat', 'toimat'],
]
