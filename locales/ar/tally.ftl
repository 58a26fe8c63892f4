seal-title = خُتم فرز الأصوات
seal-text = خُتم في {$time}. البصمة أدناه منشورة منذ الآن في صفحة المنهجية، ويُنشر الملف مع إعلان الفائزين.
seal-file = تنزيل الفرز الموقّع
method-rules-hash = بصمة القواعد (SHA-256)
method-rules-text = نص القواعد كاملًا
method-tally = بصمة الفرز رقم {$number}
method-tally-superseded = استُبدل لاحقًا
method-key = المفتاح العمومي للتوقيعات (Ed25519)
method-tally-file = تنزيل الفرز الموقّع
log-round-sealed = خُتم الفرز
seal-changed = منذ الختم غادر ملف السباق: لم يعد العد أدناه عدَّ الملف المختوم. سيُختم من جديد مع الإعلان؛ ولختمه الآن أعيدوا فتح التنقيط ثم أغلقوه.
results-tie-break = فصل بينهما { $criterion }
method-tie-breaks = يُفصل بين ملفين متساويين في الدرجة بمعدلهما في معيار واحد، بهذا الترتيب: { $criteria }. فإن بقيا متساويين فهما متعادلان.
method-winners = { $n ->
    [zero] لا مرتبة مكرَّمة في كل فئة.
    [one] تُكرَّم مرتبة واحدة في كل فئة.
    [two] تُكرَّم مرتبتان في كل فئة.
    [few] تُكرَّم { $n } مراتب في كل فئة.
    [many] تُكرَّم { $n } مرتبة في كل فئة.
   *[other] تُكرَّم { $n } مرتبة في كل فئة.
  }
method-earlier-rules = القواعد رقم { $version }، مستبدلة
method-earlier-replaced = استُبدلت في { $time }: { $reason }
log-rules-replaced = استُبدلت القواعد
