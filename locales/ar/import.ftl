import-lede = يتحول جدول محفوظ في مكان آخر إلى ملفات مودعة جاهزة للفرز. لا يُحفظ شيء قبل المعاينة.
import-file = ملف CSV
import-file-hint = مفصول بفواصل منقوطة أو فواصل أو علامات جدولة أو خطوط عمودية، وبأي ترميز شائع. 5 ميغابايت و5000 سطر على الأكثر.
import-look = عرض المعاينة
import-how = كيف تتم العملية
import-how-1 = تُعرف الأعمدة من أسمائها، ويمكن تغييرها في المعاينة.
import-how-2 = السطر المرفوض لا يمنع دخول الأسطر الأخرى، ويُذكر سبب كل رفض.
import-how-3 = يمكن استيراد الملف نفسه مرتين: لا يتكرر شيء.
import-preview = معاينة الاستيراد
import-ready = جاهزة للدخول
import-known = مستوردة من قبل
import-refused = مرفوضة
import-changed = خلايا مختصرة أو متروكة
import-choices = الاختيارات
import-default = الفئة الافتراضية
import-default-hint = للأسطر التي لم تُعرف فئتها.
import-none = بدون
import-language = لغة النصوص
import-columns = أعمدة الملف
import-words = كلمات عمود الفئة
import-words-hint = الفئة التي تدل عليها كل كلمة.
import-again = إعادة المعاينة
import-line = السطر
import-field = السؤال
import-why = السبب
import-mine = باسمي
import-title-column = اسم المشروع
import-description = وصف حر
import-nothing-title = لا شيء للاستيراد
import-nothing-text = جميع الأسطر مرفوضة أو مستوردة من قبل. اختاروا فئة افتراضية أو راجعوا الأعمدة.
import-file-empty = الملف فارغ أو لم يتم اختيار أي ملف.
import-file-large = يتجاوز حجم الملف 5 ميغابايت.
import-file-rows = يضم الملف أكثر من 5000 سطر. قسّموه إلى ملفين.
import-file-columns = لم يُعثر على أعمدة: هل هو فعلا ملف CSV؟
import-problem-cells = عدد خلايا السطر أكبر من عدد الأعمدة.
import-problem-title = لا اسم للمشروع ولا للمقاولة.
import-problem-no-category = لا فئة في السطر ولا فئة افتراضية.
import-problem-category = «{$word}» ليست من فئاتنا.
import-changed-shortened = اختُصر إلى الحد المسموح به في السؤال.
import-changed-left-out = «{$value}» لا يلائم السؤال: تُرك فارغا.
import-refused-late = بدأ التنقيط: لم يعد بالإمكان استيراد أي ملف.
import-found = الأسطر: {$rows}، الأعمدة: {$columns}، الأسطر الفارغة المتجاوزة: {$blank}، الترميز: {$encoding}.
import-do = { $n ->
    [zero] لا شيء للاستيراد
    [one] استيراد ملف واحد
    [two] استيراد ملفين
    [few] استيراد {$n} ملفات
    [many] استيراد {$n} ملفا
   *[other] استيراد {$n} ملف
}
