<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AdjustmentDialog</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>更正 {0} 的数字</source>
        <translation>Correct the figures of {0}</translation>
    </message>
    <message>
        <source>记入调整</source>
        <translation>Record adjustment</translation>
    </message>
    <message>
        <source>请写增减的数，例如 +1 或 -2</source>
        <translation>Write the change as a number, for example +1 or -2</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>AfterActs</name>
    <message>
        <source>{0} 已归档</source>
        <translation>{0} filed away</translation>
    </message>
    <message>
        <source>{0} 已送出</source>
        <translation>{0} sent</translation>
    </message>
    <message>
        <source>{0} 已送达，送达回证已出具</source>
        <translation>{0} served, proof of service issued</translation>
    </message>
    <message>
        <source>{0} 未能送达，已列入今日待办</source>
        <translation>{0} came back: it stands on the due board</translation>
    </message>
    <message>
        <source>{0} 重新办理，期限重新起算</source>
        <translation>{0} is dealt with again, its period runs anew</translation>
    </message>
    <message>
        <source>还没有文书，先按“出具文书”</source>
        <translation>No documents yet: use “Issue document” first</translation>
    </message>
    <message>
        <source>，并记“{0}”</source>
        <translation>, “{0}” recorded with it</translation>
    </message>
</context>
<context>
    <name>AnalysisTab</name>
    <message>
        <source>{0} 年与上年比较</source>
        <translation>{0} and the year before</translation>
    </message>
    <message>
        <source>{0} 至 {1} 收到 {2} 件，取自登记簿今天的情况</source>
        <translation>{0} to {1}: {2} received, as the register stands today</translation>
    </message>
    <message>
        <source>　同一申请人最多（件）</source>
        <translation>　Most by one applicant</translation>
    </message>
    <message>
        <source>。换一个期间试试。</source>
        <translation>. Try another period.</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>交叉表</source>
        <translation>Cross table</translation>
    </message>
    <message>
        <source>分析</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>各承办单位：已答复、中位数、逾期</source>
        <translation>Units: answered, median, late</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>和</source>
        <translation>and</translation>
    </message>
    <message>
        <source>在左边选一格，这里列出它的申请。</source>
        <translation>Choose a cell on the left: its applications are listed here.</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>所选一格的申请</source>
        <translation>Applications of the chosen cell</translation>
    </message>
    <message>
        <source>按</source>
        <translation>by</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>案例分析</source>
        <translation>Case analysis</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>止日早于起日，请改正其中一个日期</source>
        <translation>The end lies before the start: correct one of the dates</translation>
    </message>
    <message>
        <source>用时、重复申请、比较</source>
        <translation>Times, repeat applicants, comparison</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Application number</translation>
    </message>
    <message>
        <source>答复用时（工作日）</source>
        <translation>Time to answer (working days)</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>重复申请（申请人数）</source>
        <translation>Repeat applicants (persons)</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>预览分析报告</source>
        <translation>Preview the analysis</translation>
    </message>
</context>
<context>
    <name>AnnualTab</name>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出时附案例分析</source>
        <translation>Export with analysis</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>年度报告</source>
        <translation>Annual report</translation>
    </message>
    <message>
        <source>数据包 {0} {1}</source>
        <translation>Packet {0} {1}</translation>
    </message>
    <message>
        <source>正在向中心库查询……</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>没有查到中心库的数字。要看本窗口的数字，请把来源改为“已结数字”。</source>
        <translation>No figures came from the hub. For this window's own, choose “Closed figures” as source.</translation>
    </message>
    <message>
        <source>这一天的数字来自历史导入，没有日报数据包</source>
        <translation>That day's figures come from an import; there is no daily packet</translation>
    </message>
    <message>
        <source>这个数字不在本格式的表格中</source>
        <translation>No table of this form shows that figure</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>保密审查人</source>
        <translation>Confidentiality reviewer</translation>
    </message>
    <message>
        <source>公共利益的理由</source>
        <translation>Public interest</translation>
    </message>
    <message>
        <source>公开前须经保密审查（第十七条），随答复一并登记</source>
        <translation>Nothing is disclosed unreviewed (art. 17); recorded with the reply</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Circumstance</translation>
    </message>
    <message>
        <source>本程序尚无这一结果的文书，请先登记申请，再在申请页答复</source>
        <translation>The program has no document for this outcome yet: register the application first, then answer it on its own page</translation>
    </message>
    <message>
        <source>本程序尚无这一结果的文书，请另行制作，这里只登记结果</source>
        <translation>The program has no document for this outcome yet: make it elsewhere, here only the outcome is recorded</translation>
    </message>
    <message>
        <source>第三方不同意公开，仍予公开的须说明理由并告知第三方（第三十二条）</source>
        <translation>A third party objects: say which public interest outweighs it, and tell the third party (art. 32)</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>答复文书</source>
        <translation>Reply document</translation>
    </message>
    <message>
        <source>请选择情形</source>
        <translation>Choose a circumstance</translation>
    </message>
</context>
<context>
    <name>ApplicationFileScreen</name>
    <message>
        <source>个人信息显示 30 秒</source>
        <translation>Personal data shown for 30 seconds</translation>
    </message>
    <message>
        <source>办理步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>尚未确认收到，先按“确认收到”</source>
        <translation>Receipt not confirmed yet: use “Confirm receipt” first</translation>
    </message>
    <message>
        <source>尚未确认收到，期限未起算</source>
        <translation>Receipt not confirmed yet: the period does not run</translation>
    </message>
    <message>
        <source>已公开？</source>
        <translation>Published already?</translation>
    </message>
    <message>
        <source>待审批</source>
        <translation>To be approved</translation>
    </message>
    <message>
        <source>怎样答复</source>
        <translation>Which reply</translation>
    </message>
    <message>
        <source>您的角色不能查看完整的个人信息</source>
        <translation>Your role does not see personal data in full</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>显示 30 秒后自动遮盖；查看人和原因记入操作记录。</source>
        <translation>Hidden again after 30 seconds. Who looked and why is kept in the audit record.</translation>
    </message>
    <message>
        <source>显示个人信息　{0}</source>
        <translation>Show personal data　{0}</translation>
    </message>
    <message>
        <source>显示全名</source>
        <translation>Show full name</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>案卷　{0}</source>
        <translation>Case file {0}</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>编号已作废</source>
        <translation>The number is void</translation>
    </message>
    <message>
        <source>请先打开一件申请</source>
        <translation>Open an application first</translation>
    </message>
    <message>
        <source>还没有文书，先按“出具文书”</source>
        <translation>No documents yet: use “Issue document” first</translation>
    </message>
    <message>
        <source>这一步没有文书</source>
        <translation>This step has no document</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>ApplicationForm</name>
    <message>
        <source>单位名称 *</source>
        <translation>Name of the organisation *</translation>
    </message>
    <message>
        <source>姓名 *</source>
        <translation>Name *</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>送达日期</source>
        <translation>Served on</translation>
    </message>
</context>
<context>
    <name>ApplicationsScreen</name>
    <message>
        <source>“{0}”中有字库没有的字，印不出来，请换一种写法</source>
        <translation>“{0}” contains characters no font can print: please write it differently</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>他人刚刚改过本件（{0}），已合并，请核对后再按 Ctrl+Enter</source>
        <translation>Someone has just changed this application ({0}). Both are merged: check, then press Ctrl+Enter again</translation>
    </message>
    <message>
        <source>他人已改为“{0}”，现在保留您填的内容，请核对</source>
        <translation>Someone changed this to “{0}”; what you typed is kept, please check</translation>
    </message>
    <message>
        <source>保存更改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>内容不全：补齐标出的各栏，或者勾选“资料不全，仍予登记”</source>
        <translation>Parts are missing: fill in the marked fields, or tick “Incomplete, register all the same”</translation>
    </message>
    <message>
        <source>再看文书</source>
        <translation>See the document again</translation>
    </message>
    <message>
        <source>单位请选统一社会信用代码，自然人请选个人证件</source>
        <translation>Organisations need the unified social credit code, natural persons a personal document</translation>
    </message>
    <message>
        <source>固定内容，连续登记 Ctrl+P</source>
        <translation>Pin contents for a series Ctrl+P</translation>
    </message>
    <message>
        <source>已公开？</source>
        <translation>Published already?</translation>
    </message>
    <message>
        <source>已取消固定</source>
        <translation>No longer pinned</translation>
    </message>
    <message>
        <source>已固定：登记后只清空申请人，其余内容和答复保留</source>
        <translation>Pinned: after saving only the applicant is cleared, the rest and the reply stay</translation>
    </message>
    <message>
        <source>已更改 {0}</source>
        <translation>{0} amended</translation>
    </message>
    <message>
        <source>已登记 {0}，待双方确认后起算期限</source>
        <translation>{0} registered: the period starts once both sides confirm</translation>
    </message>
    <message>
        <source>已登记 {0}：{1}</source>
        <translation>{0} registered: {1}</translation>
    </message>
    <message>
        <source>已登记并办结 {0}：{1}</source>
        <translation>{0} registered and closed: {1}</translation>
    </message>
    <message>
        <source>当场答复</source>
        <translation>Answer on the spot</translation>
    </message>
    <message>
        <source>收到之日尚未确定，没有可以说明的期限</source>
        <translation>The day of receipt is not fixed yet: there is no due date to explain</translation>
    </message>
    <message>
        <source>申请　更改 {0}</source>
        <translation>Application　amend {0}</translation>
    </message>
    <message>
        <source>申请　由 {0} 转来</source>
        <translation>Application　from {0}</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记并直接打印</source>
        <translation>Register and print at once</translation>
    </message>
    <message>
        <source>请填写“{0}”</source>
        <translation>Please fill in “{0}”</translation>
    </message>
    <message>
        <source>还没有出具文书，请先登记一件</source>
        <translation>No document issued yet: register an application first</translation>
    </message>
    <message>
        <source>还没有可以重复的申请，请先登记一件</source>
        <translation>No application to repeat yet: register one first</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>CatalogueFinder</name>
    <message>
        <source>名称、文号、索引号或者概述中的几个字</source>
        <translation>A few characters of title, document number, index number or summary</translation>
    </message>
    <message>
        <source>已主动公开？查公开目录</source>
        <translation>Published already? Look in the catalogue</translation>
    </message>
    <message>
        <source>引用到答复  Enter</source>
        <translation>Cite in the reply  Enter</translation>
    </message>
    <message>
        <source>查公开目录</source>
        <translation>Look in the catalogue</translation>
    </message>
    <message>
        <source>目录中没有“{0}”，可换一个词再查。</source>
        <translation>The catalogue has no “{0}”. Try another word.</translation>
    </message>
    <message>
        <source>目录是空的。
请在“导入”页导入政府信息公开目录。</source>
        <translation>The catalogue is empty.
Import the catalogue of government information on the Import page.</translation>
    </message>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <source>公开目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>生成日期</source>
        <translation>Produced on</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
</context>
<context>
    <name>CatalogueTab</name>
    <message>
        <source>公开目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>已复制引用文字，可粘贴到答复中</source>
        <translation>Citation copied: paste it into the reply</translation>
    </message>
    <message>
        <source>目录中没有“{0}”，可换一个词再查。</source>
        <translation>The catalogue has no “{0}”. Try another word.</translation>
    </message>
    <message>
        <source>目录是空的。
请在“导入”页导入政府信息公开目录。</source>
        <translation>The catalogue is empty.
Import the catalogue of government information on the Import page.</translation>
    </message>
    <message>
        <source>请先在列表中选一条</source>
        <translation>Choose a row in the list first</translation>
    </message>
</context>
<context>
    <name>CheckTab</name>
    <message>
        <source>{0}：应为 {1}，填报 {2}</source>
        <translation>{0}: should be {1}, is {2}</translation>
    </message>
    <message>
        <source>✓ 各表没有自相矛盾</source>
        <translation>✓ The tables do not contradict each other</translation>
    </message>
    <message>
        <source>✗ {0} 处不符</source>
        <translation>✗ {0} relations do not hold</translation>
    </message>
    <message>
        <source>✗ {0} 处不符，改正一格即可全部相符，见“疑误”</source>
        <translation>✗ {0} relations do not hold; one cell put right mends them all: see “suspect”</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>上年的报告（可不填）</source>
        <translation>Last year's report (optional)</translation>
    </message>
    <message>
        <source>不符之处</source>
        <translation>Contradictions</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>各数之和</source>
        <translation>Sum of the parts</translation>
    </message>
    <message>
        <source>填报</source>
        <translation>Stated</translation>
    </message>
    <message>
        <source>已核对 {0}</source>
        <translation>Checked {0}</translation>
    </message>
    <message>
        <source>年度报告 (*.xlsx *.html *.htm *.docx *.json *.txt)</source>
        <translation>Annual reports (*.xlsx *.html *.htm *.docx *.json *.txt)</translation>
    </message>
    <message>
        <source>应为</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>所选一行的全文</source>
        <translation>The chosen row in full</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正文中的数字与表格不同</source>
        <translation>A number in the text differs from the tables</translation>
    </message>
    <message>
        <source>没有不符之处。</source>
        <translation>No contradictions.</translation>
    </message>
    <message>
        <source>疑误</source>
        <translation>suspect</translation>
    </message>
    <message>
        <source>要核对的年度报告</source>
        <translation>Annual report to check</translation>
    </message>
    <message>
        <source>这一格改为 {0}，各表就全部相符：{1}</source>
        <translation>With {0} in this cell all tables agree: {1}</translation>
    </message>
    <message>
        <source>选一个机关公布的年度报告（xlsx、html、docx 或 json），核对各表是否自相矛盾。</source>
        <translation>Choose any agency's published report (xlsx, html, docx or json) to see whether its tables contradict each other.</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>{0} 等</source>
        <translation>{0} and more</translation>
    </message>
    <message>
        <source>✓ 勾稽关系全部相符（{0} 项）</source>
        <translation>✓ All identities hold ({0})</translation>
    </message>
    <message>
        <source>✗ {0} 项勾稽关系不符，请更正后再导出</source>
        <translation>✗ {0} identities do not hold: correct them before exporting</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>勾稽关系</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>有数据包尚未计入的 {0} 天：{1}</source>
        <translation>{0} days with packets not counted yet: {1}</translation>
    </message>
    <message>
        <source>未日结 {0} 天，尚未计入：{1}</source>
        <translation>{0} days not closed, not counted yet: {1}</translation>
    </message>
    <message>
        <source>还没有数字。</source>
        <translation>No figures yet.</translation>
    </message>
    <message>
        <source>；{0} 项请核实，不影响导出</source>
        <translation>; {0} to be looked at; it can be exported all the same</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>列表中没有这一项，请按数字键或从列表中选</source>
        <translation>Not in the list: press its digit or choose from the list</translation>
    </message>
    <message>
        <source>打开列表</source>
        <translation>Open the list</translation>
    </message>
</context>
<context>
    <name>ClerksScreen</name>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>再输一遍密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>在岗（可以登录）</source>
        <translation>Active (may sign in)</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>{0} saved</translation>
    </message>
    <message>
        <source>已保存 {0}，角色在下次登录时生效</source>
        <translation>{0} saved; roles take effect at the next sign-in</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>已新建 {0}，可以用新密码登录</source>
        <translation>{0} added; the new password works now</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>新密码 *</source>
        <translation>New password *</translation>
    </message>
    <message>
        <source>新密码（不改则留空）</source>
        <translation>New password (empty: unchanged)</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>至少8个字符，不单调，不同于用户名</source>
        <translation>At least 8 characters, four of them different, not the user name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>请填写“{0}”</source>
        <translation>Please fill in “{0}”</translation>
    </message>
    <message>
        <source>还没有人员。按 Ctrl+N 新建。</source>
        <translation>No staff yet. Press Ctrl+N to add someone.</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>{0}；{1} 收到，收到当日不计，共计 {2} 个工作日</source>
        <translation>{0}; received on {1}, the day of receipt not counted, {2} working days in all</translation>
    </message>
    <message>
        <source>为什么是这一天</source>
        <translation>Why this day</translation>
    </message>
    <message>
        <source>为什么是这一天　{0}</source>
        <translation>Why this day　{0}</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>已于 {0} 办结</source>
        <translation>Closed on {0}</translation>
    </message>
    <message>
        <source>应于 {0} 前答复</source>
        <translation>Reply due by {0}</translation>
    </message>
    <message>
        <source>打印 F8</source>
        <translation>Print F8</translation>
    </message>
    <message>
        <source>效果</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>日别</source>
        <translation>Kind of day</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>期限停算，没有逐日计算。</source>
        <translation>The period is suspended: nothing is counted day by day.</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>逐日</source>
        <translation>Day by day</translation>
    </message>
    <message>
        <source>；原期限 {0}</source>
        <translation>; originally due {0}</translation>
    </message>
    <message>
        <source>；按第三方逾期不答复推算</source>
        <translation>; reckoned as if the third party does not reply in time</translation>
    </message>
    <message>
        <source>；暂定，以国务院公布的节假日安排为准</source>
        <translation>; provisional until the State Council announces the holidays</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>请填不小于 0 的数，最多四位小数</source>
        <translation>Enter a number, 0 or more, at most four decimals</translation>
    </message>
    <message>
        <source>请填不小于 0 的整数</source>
        <translation>Enter a whole number, 0 or more</translation>
    </message>
</context>
<context>
    <name>CountersTab</name>
    <message>
        <source>⚠ 近12个月每月 {0} 至 {1}，请核对</source>
        <translation>⚠ The last 12 months had {0} to {1} a month: please check</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>依据（链接或文号）</source>
        <translation>Evidence (link or document number)</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>历史导入</source>
        <translation>Historical import</translation>
    </message>
    <message>
        <source>已撤回，原记录保留并划去</source>
        <translation>Withdrawn: the original stays, struck through</translation>
    </message>
    <message>
        <source>已撤回：{0}</source>
        <translation>Withdrawn: {0}</translation>
    </message>
    <message>
        <source>已登记 {0} {1} {2}</source>
        <translation>Recorded {0} {1} {2}</translation>
    </message>
    <message>
        <source>已登记的计数</source>
        <translation>Recorded counts</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>编号或名称</source>
        <translation>Number or name</translation>
    </message>
    <message>
        <source>补记原因（当日已日结）</source>
        <translation>Reason for the late entry (that day is closed)</translation>
    </message>
    <message>
        <source>计数项目</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>请先在列表中选一条未撤回的计数</source>
        <translation>Choose a count that is not withdrawn first</translation>
    </message>
    <message>
        <source>近12个月每月 {0} 至 {1}</source>
        <translation>The last 12 months had {0} to {1} a month</translation>
    </message>
    <message>
        <source>还没有登记计数。
在右边选项目、填数量，按 Ctrl+Enter 登记。</source>
        <translation>No counts recorded yet.
Choose a counter on the right, fill in the amount, press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>CurtainPage</name>
    <message>
        <source>按 {0} 返回</source>
        <translation>{0} goes back</translation>
    </message>
    <message>
        <source>政府信息公开窗口　请稍候</source>
        <translation>Government information window　One moment, please</translation>
    </message>
    <message>
        <source>遮屏</source>
        <translation>Curtain</translation>
    </message>
</context>
<context>
    <name>DayCloseScreen</name>
    <message>
        <source>{0} 已日结，第 {1} 号，按 F8 打印日报表</source>
        <translation>{0} closed, No. {1}; F8 prints the day sheet</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出日报表</source>
        <translation>Export day sheet</translation>
    </message>
    <message>
        <source>尚未日结的日期</source>
        <translation>Days not closed</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>已日结　第 {0} 号　第 {1} 版</source>
        <translation>Closed　No. {0}　revision {1}</translation>
    </message>
    <message>
        <source>已记调整，第 {0} 版</source>
        <translation>Adjustment recorded, revision {0}</translation>
    </message>
    <message>
        <source>当日尚未日结：请直接更改记录</source>
        <translation>This day is not closed yet: change the record itself</translation>
    </message>
    <message>
        <source>当日数字</source>
        <translation>Figures of the day</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Daily close</translation>
    </message>
    <message>
        <source>日结 {0}？</source>
        <translation>Close {0}?</translation>
    </message>
    <message>
        <source>日结后当日记录不再改动，以后的更正另记调整。尚有 {0} 项未了事项结转。</source>
        <translation>After the close the day's records no longer change; later corrections become adjustments. {0} unfinished items are carried over.</translation>
    </message>
    <message>
        <source>日结（Z）</source>
        <translation>Close the day (Z)</translation>
    </message>
    <message>
        <source>更正已结数字</source>
        <translation>Correct closed figures</translation>
    </message>
    <message>
        <source>未了事项</source>
        <translation>Unfinished work</translation>
    </message>
    <message>
        <source>未结　数字随时变动</source>
        <translation>Interim　figures may still change</translation>
    </message>
    <message>
        <source>未结表（X）</source>
        <translation>Interim sheet (X)</translation>
    </message>
    <message>
        <source>没有尚未日结的日期。</source>
        <translation>No day is left open.</translation>
    </message>
    <message>
        <source>没有未了事项，可以日结。</source>
        <translation>Nothing unfinished: the day can be closed.</translation>
    </message>
    <message>
        <source>窗口日报表 {0}</source>
        <translation>Day sheet {0}</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>选择日期后显示当日数字。</source>
        <translation>Choose a day to see its figures.</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>上一问</source>
        <translation>Question before</translation>
    </message>
    <message>
        <source>先登记“{0}”，再决定如何答复</source>
        <translation>First record “{0}”, then decide the reply</translation>
    </message>
    <message>
        <source>可选的回答</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>怎样答复　{0}</source>
        <translation>Which reply　{0}</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>按“{0}”答复</source>
        <translation>Reply: {0}</translation>
    </message>
    <message>
        <source>文书：{0}。下一步拟稿，填写文书内容。</source>
        <translation>Document: {0}. Next: draft it and fill in what it says.</translation>
    </message>
    <message>
        <source>文书：{0}。下一步登记，出具文书。</source>
        <translation>Document: {0}. Next: record the step and issue it.</translation>
    </message>
    <message>
        <source>法条原文</source>
        <translation>The article</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>这样选，可能的办理结果：{0}；文书：{1}</source>
        <translation>With this answer the outcome can be: {0}; documents: {1}</translation>
    </message>
    <message>
        <source>这样选，还有 {0} 种办理结果、{1} 种文书</source>
        <translation>With this answer {0} outcomes and {1} documents remain</translation>
    </message>
    <message>
        <source>这样选：先出具{0}</source>
        <translation>With this answer: first issue {0}</translation>
    </message>
    <message>
        <source>选定</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>{0} 工作日</source>
        <translation>{0} w. days</translation>
    </message>
    <message>
        <source>{0}（暂定）</source>
        <translation>{0} (provisional)</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>交接单</source>
        <translation>Hand-over page</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>打印未打印文书</source>
        <translation>Print what was not printed</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>没有到期、待办和未打印的事项。
按 Ctrl+2 接待来访，按 Ctrl+3 登记申请。</source>
        <translation>Nothing due, waiting or unprinted.
Ctrl+2 receives a visitor, Ctrl+3 registers an application.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>超期 {0} 工作日</source>
        <translation>{0} w. days late</translation>
    </message>
    <message>
        <source>这一条没有答复期限，请选一件申请</source>
        <translation>This row has no due date: choose an application</translation>
    </message>
</context>
<context>
    <name>DisputeDatesDialog</name>
    <message>
        <source>{0}；收到当日不计</source>
        <translation>{0}; the day of receipt does not count</translation>
    </message>
    <message>
        <source>　待确认：{0}</source>
        <translation> To be confirmed: {0}</translation>
    </message>
    <message>
        <source>为什么是这一天　{0}</source>
        <translation>Why this day　{0}</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>届满</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>本机关目前没有期限</source>
        <translation>No date runs for the agency</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>起算</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>逐日</source>
        <translation>Day by day</translation>
    </message>
    <message>
        <source>；{0}</source>
        <translation>; {0}</translation>
    </message>
</context>
<context>
    <name>DisputesTab</name>
    <message>
        <source>
在右边填写后按 Ctrl+Enter 登记。</source>
        <translation>
Fill in the right side and press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Ctrl+O 打开该申请</source>
        <translation>Ctrl+O opens the application</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>信息领域</source>
        <translation>Field of information</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>填写后起算答复期限；没有收到的留空</source>
        <translation>Starts the time to answer; leave empty until it is received</translation>
    </message>
    <message>
        <source>复议机关（法院）</source>
        <translation>Reconsideration body or court</translation>
    </message>
    <message>
        <source>复议诉讼</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>审结日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>尚未审结</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>{0} saved</translation>
    </message>
    <message>
        <source>已登记 {0}</source>
        <translation>Registered {0}</translation>
    </message>
    <message>
        <source>提起日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>收到副本日期</source>
        <translation>Copy received on</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>旧案直接登记结果（新案请用“记录进展”）</source>
        <translation>Result of an old case (new ones: record progress)</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>案号</source>
        <translation>File number</translation>
    </message>
    <message>
        <source>此前的复议（登记编号）</source>
        <translation>Earlier reconsideration (number)</translation>
    </message>
    <message>
        <source>此后起诉：{0}</source>
        <translation>Sued afterwards: {0}</translation>
    </message>
    <message>
        <source>没有复议诉讼记录。</source>
        <translation>No disputes recorded.</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Application number</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>补记原因（当日已日结）</source>
        <translation>Reason for the late entry (that day is closed)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请先填写申请编号</source>
        <translation>Fill in the application number first</translation>
    </message>
    <message>
        <source>还没有进展。
按 Ctrl+R 记录收到副本、提交答复、作出决定等。</source>
        <translation>Nothing happened yet.
Ctrl+R records the copy received, the answer, the decision and so on.</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>适用简易程序（答复期限较短）</source>
        <translation>Simple procedure (less time to answer)</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
</context>
<context>
    <name>EditionsTab</name>
    <message>
        <source>! 定稿时{0}，{1} 说明：{2}</source>
        <translation>! Published although {0}; {1} said: {2}</translation>
    </message>
    <message>
        <source>! 文字中 {0} 处数字与表格不同，{1} 定稿时说明：{2}</source>
        <translation>! {0} numbers in the text differ from the tables; {1} said when publishing: {2}</translation>
    </message>
    <message>
        <source>……共 {0} 处</source>
        <translation>… {0} in all</translation>
    </message>
    <message>
        <source>✗ {0} 个窗口日还没报来，也没到报送时限</source>
        <translation>✗ {0} window-days have not come and are not due yet</translation>
    </message>
    <message>
        <source>✗ {0} 没有日结</source>
        <translation>✗ {0} is not closed</translation>
    </message>
    <message>
        <source>✗ 不符：{0}</source>
        <translation>✗ Does not hold: {0}</translation>
    </message>
    <message>
        <source>不能定稿的原因</source>
        <translation>What forbids publication</translation>
    </message>
    <message>
        <source>与所选定稿本没有不同。</source>
        <translation>Nothing differs from the chosen edition.</translation>
    </message>
    <message>
        <source>中心库</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>中心库全部窗口的汇总</source>
        <translation>the hub's figures of all windows</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>先处理列出的原因</source>
        <translation>Deal with the reasons listed first</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>只有负责人可以定稿</source>
        <translation>Only a supervisor publishes</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>定稿人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>定稿前先处理（按 Enter 前往）</source>
        <translation>To deal with before publication (Enter goes there)</translation>
    </message>
    <message>
        <source>定稿后全部文件逐字节保存，以后重印的与今天的完全相同。</source>
        <translation>All files are kept byte for byte: what is printed again later is what is published today.</translation>
    </message>
    <message>
        <source>定稿后变动的数字</source>
        <translation>Figures changed since publication</translation>
    </message>
    <message>
        <source>定稿日期</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>定稿时</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>定稿本</source>
        <translation>Published editions</translation>
    </message>
    <message>
        <source>定稿用的是{0}。</source>
        <translation>Published are {0}.</translation>
    </message>
    <message>
        <source>导出定稿文件</source>
        <translation>Export edition</translation>
    </message>
    <message>
        <source>已定稿，第 {0} 版</source>
        <translation>Published, edition {0}</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>年度报告定稿本</source>
        <translation>Annual report, published edition</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>本库</source>
        <translation>This store</translation>
    </message>
    <message>
        <source>本库的已结数字，不是中心库的汇总</source>
        <translation>this store's closed days, not the hub's figures</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>正在向中心库查询……</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>没有不能定稿的原因。</source>
        <translation>Nothing forbids publication.</translation>
    </message>
    <message>
        <source>没有写明</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>版次</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>Edition {0}</translation>
    </message>
    <message>
        <source>第 {0} 版：{1}连通以后再比较有没有数字变动，重印、导出照常。</source>
        <translation>Edition {0}: {1} What has changed since is compared once there is a way; reprint and export work.</translation>
    </message>
    <message>
        <source>第 {0} 版：定稿后有 {1} 个数字变动</source>
        <translation>Edition {0}: {1} figures have changed since</translation>
    </message>
    <message>
        <source>第 {0} 版：数字至今没有变动</source>
        <translation>Edition {0}: no figure has changed since</translation>
    </message>
    <message>
        <source>第 {0} 版：正在比较……</source>
        <translation>Edition {0}: comparing…</translation>
    </message>
    <message>
        <source>还没有定稿</source>
        <translation>Not published yet</translation>
    </message>
    <message>
        <source>还没有定稿。
没有上面的原因时，按 Ctrl+Enter 定稿。</source>
        <translation>Not published yet.
Once nothing stands above, Ctrl+Enter publishes.</translation>
    </message>
    <message>
        <source>选一个定稿本，这里列出定稿后变动的数字。</source>
        <translation>Choose an edition: the figures changed since are listed here.</translation>
    </message>
    <message>
        <source>重印定稿本</source>
        <translation>Reprint edition</translation>
    </message>
    <message>
        <source>预览定稿本</source>
        <translation>Preview edition</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>公开位置</source>
        <translation>Published at</translation>
    </message>
    <message>
        <source>公开日期</source>
        <translation>Date published</translation>
    </message>
    <message>
        <source>内容概述</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>引用文字</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>生成日期</source>
        <translation>Produced on</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>字库中没有“{0}”，打印时以〓代替，请核对</source>
        <translation>No font has “{0}”: 〓 is printed in its place, please check</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>请填写“{0}”</source>
        <translation>Please fill in “{0}”</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>上年、重新统计与来源</source>
        <translation>Last year, recount and source</translation>
    </message>
    <message>
        <source>共 {0:,} 条记录，按 Enter 查看</source>
        <translation>{0:,} records; Enter shows them</translation>
    </message>
    <message>
        <source>按 Enter 逐级查看单位、窗口、日期和数据包；中心库没有逐件的记录</source>
        <translation>Enter goes by unit, window and day down to the packet; the hub holds no single records</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>没有逐条记录。</source>
        <translation>No single records.</translation>
    </message>
    <message>
        <source>统计口径</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>计入该数字的记录</source>
        <translation>Records counted in this figure</translation>
    </message>
    <message>
        <source>记录编号</source>
        <translation>Record number</translation>
    </message>
    <message>
        <source>选择一个数字，查看统计口径和记录。</source>
        <translation>Choose a figure to see its definition and records.</translation>
    </message>
</context>
<context>
    <name>FiguresScreen</name>
    <message>
        <source>统计</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>FileActs</name>
    <message>
        <source>{0} 已作废</source>
        <translation>{0} is void</translation>
    </message>
    <message>
        <source>{0} 已作废，{1} 不变</source>
        <translation>{0} voided, {1} stays as it is</translation>
    </message>
    <message>
        <source>{0} 已决定收费　下一步：Ctrl+I 出具 P12</source>
        <translation>{0}: fee decided. Next: Ctrl+I issues P12</translation>
    </message>
    <message>
        <source>{0} 已分列申请事项</source>
        <translation>{0}: items listed</translation>
    </message>
    <message>
        <source>{0} 已撤销上一步</source>
        <translation>{0}: last step undone</translation>
    </message>
    <message>
        <source>{0} 已撤销上一步，作废 {1}</source>
        <translation>{0}: last step undone, voided: {1}</translation>
    </message>
    <message>
        <source>{0} 已确认收到，期限开始计算</source>
        <translation>{0}: receipt confirmed, the period runs</translation>
    </message>
    <message>
        <source>{0} 已记：{1}</source>
        <translation>{0} recorded: {1}</translation>
    </message>
    <message>
        <source>{0} 是答复文书：有误的请按 Ctrl+R 更正答复文书，当日签发的可以撤销那一步。</source>
        <translation>{0} answers the application: if it is wrong, correct the reply with Ctrl+R; if it was issued today, that step can be undone.</translation>
    </message>
    <message>
        <source>　下一步：Ctrl+I 出具 {0}</source>
        <translation>. Next: Ctrl+I issues {0}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废 {0}：文号保留原位并注明原因，不再打印、送达；本件申请不变。</source>
        <translation>Void {0}: its number keeps its place with the reason, it is neither printed nor served again; the application stays as it is.</translation>
    </message>
    <message>
        <source>作废　{0}</source>
        <translation>Void {0}</translation>
    </message>
    <message>
        <source>作废文书　{0}</source>
        <translation>Void document {0}</translation>
    </message>
    <message>
        <source>作废本件登记：编号和文书保留原位并注明原因，不再使用。</source>
        <translation>Void this registration: number and documents keep their place with the reason and are not used again.</translation>
    </message>
    <message>
        <source>已出具 {0}</source>
        <translation>{0} issued</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>您的角色不能查找群众的登记和申请</source>
        <translation>Your role may not search citizens' records and applications</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>查找编号、姓名、电话尾号、内容　{0}</source>
        <translation>Find number, name, phone end, content　{0}</translation>
    </message>
    <message>
        <source>没有找到，请换一个字词或编号</source>
        <translation>Nothing found: try another word or number</translation>
    </message>
    <message>
        <source>编号，或只写流水号</source>
        <translation>Number, or the serial alone</translation>
    </message>
</context>
<context>
    <name>HubIndicator</name>
    <message>
        <source>{0} 重试</source>
        <translation>next try {0}</translation>
    </message>
    <message>
        <source>中心库退回了数据，请看原因后处理。</source>
        <translation>The hub gave data back: look at the reason, then act.</translation>
    </message>
    <message>
        <source>待报送 {0} 份</source>
        <translation>{0} to send</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>最早一份封存于 {0}，已超过一天。</source>
        <translation>The oldest was sealed at {0}, more than a day ago.</translation>
    </message>
    <message>
        <source>退回 {0} 份</source>
        <translation>{0} returned</translation>
    </message>
</context>
<context>
    <name>HubScreen</name>
    <message>
        <source>{0} 份待报送</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>与中心库核对</source>
        <translation>Checked with the hub</translation>
    </message>
    <message>
        <source>中心库 {0} 的答复</source>
        <translation>The hub's answer of {0}</translation>
    </message>
    <message>
        <source>中心库地址</source>
        <translation>Hub address</translation>
    </message>
    <message>
        <source>写入U盘</source>
        <translation>Write to a stick</translation>
    </message>
    <message>
        <source>已写入 {0} 份，请送交主管办公室</source>
        <translation>{0} written; take them to the office</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>数据包</source>
        <translation>Packets</translation>
    </message>
    <message>
        <source>数据包 {0}</source>
        <translation>Packet {0}</translation>
    </message>
    <message>
        <source>正在向中心库查询…</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>看这一份</source>
        <translation>Look at this one</translation>
    </message>
    <message>
        <source>立即报送</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>读到 {0} 份新回执</source>
        <translation>{0} new receipts</translation>
    </message>
    <message>
        <source>读取U盘回执</source>
        <translation>Read receipts</translation>
    </message>
    <message>
        <source>还没有核对过。按 F5 向中心库查询。</source>
        <translation>Not checked yet. F5 asks the hub.</translation>
    </message>
    <message>
        <source>这是练习库，数据不报送。</source>
        <translation>This is a practice store; nothing is sent.</translation>
    </message>
    <message>
        <source>送出 {0} 份，已收 {1} 份，退回 {2} 份，待报送 {3} 份</source>
        <translation>{0} sent, {1} accepted, {2} returned, {3} waiting</translation>
    </message>
    <message>
        <source>都已报送</source>
        <translation>All reported</translation>
    </message>
    <message>
        <source>重试这一份</source>
        <translation>Retry this one</translation>
    </message>
    <message>
        <source>锁定与例外</source>
        <translation>Locks and exceptions</translation>
    </message>
</context>
<context>
    <name>IdNumberEntry</name>
    <message>
        <source>✓ 号码校验无误</source>
        <translation>✓ The number passes its check</translation>
    </message>
    <message>
        <source>号码尚未输完，已输 {0} 位</source>
        <translation>Number incomplete: {0} characters so far</translation>
    </message>
</context>
<context>
    <name>ImportsScreen</name>
    <message>
        <source>不导入此列</source>
        <translation>Do not import this column</translation>
    </message>
    <message>
        <source>列的对应</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>前几行</source>
        <translation>First rows</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入 {0:,} 行到“{1}”？</source>
        <translation>Import {0:,} rows into “{1}”?</translation>
    </message>
    <message>
        <source>导入的记录标为历史导入，计入统计，不能整批撤回。请先与原登记簿核对合计。</source>
        <translation>Imported records are marked historical, count in the figures and cannot be taken back together. Compare the totals with the old register first.</translation>
    </message>
    <message>
        <source>已导入 {0:,} 行到“{1}”</source>
        <translation>{0:,} rows imported into “{1}”</translation>
    </message>
    <message>
        <source>换一个文件</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>文件中的列 → 登记簿的列</source>
        <translation>Column of the file → column of the register</translation>
    </message>
    <message>
        <source>文件内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>文件（csv 或 xlsx）</source>
        <translation>File (csv or xlsx)</translation>
    </message>
    <message>
        <source>期限变动</source>
        <translation>Changed due dates</translation>
    </message>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>正在导入 {0:,} 行…</source>
        <translation>Importing {0:,} rows…</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>看过文件后，在这里核对每一列。</source>
        <translation>Check each column here once the file has been read.</translation>
    </message>
    <message>
        <source>表格 (*.csv *.xlsx)</source>
        <translation>Tables (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>请选择对应的列，或选“不导入此列”</source>
        <translation>Choose the matching column, or “Do not import this column”</translation>
    </message>
    <message>
        <source>路径，或按 Ctrl+O 选择</source>
        <translation>Path, or choose with Ctrl+O</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>选登记簿、填文件路径，按 Enter 查看。</source>
        <translation>Choose the register, give the file's path, press Enter to look.</translation>
    </message>
    <message>
        <source>逐行问题</source>
        <translation>Problems by row</translation>
    </message>
    <message>
        <source>逐行问题（{0:,}）</source>
        <translation>Problems by row ({0:,})</translation>
    </message>
    <message>
        <source>重新查看</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>，{0} 件申请的期限已重算</source>
        <translation>, due dates of {0} applications reckoned anew</translation>
    </message>
    <message>
        <source>，编号 {0} 至 {1}</source>
        <translation>, numbers {0} to {1}</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>{0} 收到，应于 {1} 前答复（{2}）</source>
        <translation>Received {0}, reply due by {1} ({2})</translation>
    </message>
    <message>
        <source>{0} 收到；答复期限随办理经过计算，见申请页</source>
        <translation>Received {0}; the due date follows the steps, see the application</translation>
    </message>
    <message>
        <source>⚠ 同一申请人 {0} 申请过相同信息：{1}（{2}），请选择两者关系</source>
        <translation>⚠ The same applicant asked for the same information on {0}: {1} ({2}). Choose how the two relate</translation>
    </message>
    <message>
        <source>✓ 第二十九条要求的内容齐全</source>
        <translation>✓ Everything article 29 asks for is here</translation>
    </message>
    <message>
        <source>　当日已经日结，登记后另记调整</source>
        <translation>　That day is closed: an adjustment is recorded after saving</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>另有 {0} 件他人申请相同信息，可以考虑主动公开（第四十四条）</source>
        <translation>{0} others asked for the same information: consider publishing it (art. 44)</translation>
    </message>
    <message>
        <source>同一申请人有相近的申请：{0}</source>
        <translation>The same applicant has a similar application: {0}</translation>
    </message>
    <message>
        <source>尚缺</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>尚缺：{0}</source>
        <translation>Still missing: {0}</translation>
    </message>
    <message>
        <source>待双方确认后起算（第三十一条）：先登记，确认后再记收到日期</source>
        <translation>Starts when both sides confirm (art. 31): register now, record the receipt date later</translation>
    </message>
    <message>
        <source>收到之日和答复期限</source>
        <translation>Receipt and due date</translation>
    </message>
    <message>
        <source>相同或者相近的申请</source>
        <translation>Same or similar applications</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>{0}，请输入密码继续，草稿都在。</source>
        <translation>{0}, enter your password to go on. Your drafts are kept.</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>换人登录</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>LoginScreen</name>
    <message>
        <source>使用密码登录</source>
        <translation>Sign in with password</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>忘记密码，使用恢复密钥</source>
        <translation>Forgotten? Use the recovery key</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>政务信息公开窗口</source>
        <translation>Government information window</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>请先输入用户名</source>
        <translation>Enter the user name first</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>您的角色不能打开这类记录，请联系负责人</source>
        <translation>Your role cannot open this kind of record: ask the supervisor</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>练习库：不上报，不计入统计，打印件带“练习”字样</source>
        <translation>Practice store: not reported, not counted, prints carry the word “练习”</translation>
    </message>
</context>
<context>
    <name>OversightScreen</name>
    <message>
        <source>中心库地址</source>
        <translation>Hub address</translation>
    </message>
    <message>
        <source>中心库的答复</source>
        <translation>The hub's answer</translation>
    </message>
    <message>
        <source>例外开放</source>
        <translation>Grant an exception</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Shut out</translation>
    </message>
    <message>
        <source>停用 {0} 的登录和密钥；以前收到的数据仍然有效。再次启用由系统管理员重新登记（hub enrol）。</source>
        <translation>Shuts out the login and the keys of {0}; what came before stays valid. The administrator enrols it again (hub enrol).</translation>
    </message>
    <message>
        <source>停用登录要用中心库管理员的登录，请系统管理员执行 hub revoke。</source>
        <translation>Shutting a login out takes the hub administrator's login: ask the administrator to run hub revoke.</translation>
    </message>
    <message>
        <source>停用窗口</source>
        <translation>Shut out a window</translation>
    </message>
    <message>
        <source>只有分叉的窗口可以续接，请先选它的一份数据包。</source>
        <translation>Only a forked window's chain can go on: choose one of its packets first.</translation>
    </message>
    <message>
        <source>已停用 {0}</source>
        <translation>{0} is shut out</translation>
    </message>
    <message>
        <source>已准予 {0} 补报</source>
        <translation>{0} may send late</translation>
    </message>
    <message>
        <source>已续接 {0}</source>
        <translation>The chain of {0} goes on</translation>
    </message>
    <message>
        <source>已解除锁定</source>
        <translation>Lock lifted</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>收取 {0} 份，不能读取 {1} 个文件</source>
        <translation>{0} taken in, {1} files unreadable</translation>
    </message>
    <message>
        <source>收取U盘数据</source>
        <translation>Take in a stick</translation>
    </message>
    <message>
        <source>期间和条件</source>
        <translation>Period and filter</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>续接</source>
        <translation>Let it go on</translation>
    </message>
    <message>
        <source>解除 {0} 至 {1} 的锁定；与这些日子有关的其他锁定一并解除，曾被退回的数据包随即计入。</source>
        <translation>Lifts the lock of {0} to {1}, and any other lock that touches these days; packets returned before count at once.</translation>
    </message>
    <message>
        <source>解除锁定</source>
        <translation>Lift the lock</translation>
    </message>
    <message>
        <source>让 {0} 的数据包从较早的一份续接一次。只在核实窗口确由备份恢复之后续接；低于已收版本的不会覆盖已收的数字。</source>
        <translation>Lets the packets of {0} go on once from an older one. Only after making sure that the window was restored from a backup; revisions below the held ones change no figure.</translation>
    </message>
    <message>
        <source>请先选一个有效的锁定期间。</source>
        <translation>Choose a lock in force first.</translation>
    </message>
    <message>
        <source>请先选一个没有停用的窗口。</source>
        <translation>Choose a window that is not shut out first.</translation>
    </message>
    <message>
        <source>这是练习库，没有中心库可看。</source>
        <translation>This is a practice store; there is no hub to look at.</translation>
    </message>
    <message>
        <source>锁定期间</source>
        <translation>Lock a period</translation>
    </message>
</context>
<context>
    <name>PasswordBox</name>
    <message>
        <source>{0} {1} 秒后可以再试。</source>
        <translation>{0} Try again in {1} seconds.</translation>
    </message>
    <message>
        <source>大写锁定（Caps Lock）已开</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>请等 {0} 秒</source>
        <translation>Wait {0} seconds</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Enter the password</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>浏览… Ctrl+O</source>
        <translation>Browse… Ctrl+O</translation>
    </message>
</context>
<context>
    <name>PeriodTab</name>
    <message>
        <source>{0}（重新统计 {1}）</source>
        <translation>{0} (counted anew {1})</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>止日早于起日，请改正其中一个日期</source>
        <translation>The end lies before the start: correct one of the dates</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>PrintIndicator</name>
    <message>
        <source>打印待处理 {0} 件</source>
        <translation>Printing: {0} to see to</translation>
    </message>
    <message>
        <source>正在打印 {0} 件</source>
        <translation>Printing {0}</translation>
    </message>
</context>
<context>
    <name>PrintQueueScreen</name>
    <message>
        <source>{0} 已打印，已计入份数</source>
        <translation>{0} printed and counted</translation>
    </message>
    <message>
        <source>{0} 没有打印出来，按 F8 重试</source>
        <translation>{0} did not come out; F8 sends it again</translation>
    </message>
    <message>
        <source>下达</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>任务号</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>所选文书都已送往打印机或者等待回答</source>
        <translation>All chosen are at a printer or wait for an answer</translation>
    </message>
    <message>
        <source>打印所选</source>
        <translation>Print selected</translation>
    </message>
    <message>
        <source>打印队列和未打印文书</source>
        <translation>Print queue and documents not printed</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>文书仍列为未打印，原因记入打印记录。</source>
        <translation>The document stays listed as not printed; the reason is logged.</translation>
    </message>
    <message>
        <source>正在打印，请等它打印完</source>
        <translation>Printing: please wait until it is done</translation>
    </message>
    <message>
        <source>没有文书可选</source>
        <translation>No document to choose</translation>
    </message>
    <message>
        <source>没有等待打印的文书，也没有打印失败的。
新签发的文书在预览中按 Enter 打印。</source>
        <translation>Nothing waits to be printed and nothing failed.
Print a new document with Enter in its preview.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>移出打印队列　{0}</source>
        <translation>Remove from the print queue　{0}</translation>
    </message>
    <message>
        <source>补打原因</source>
        <translation>Why again</translation>
    </message>
    <message>
        <source>请先回答打印出来没有</source>
        <translation>Say first whether it came out</translation>
    </message>
    <message>
        <source>还没有打印过。按 F8 打印。</source>
        <translation>Not printed yet. F8 prints it.</translation>
    </message>
    <message>
        <source>还没有送往打印机</source>
        <translation>Not sent to a printer yet</translation>
    </message>
    <message>
        <source>这份文书不在打印队列里</source>
        <translation>This document is not in the print queue</translation>
    </message>
    <message>
        <source>队列 {0} 件，待处理 {1} 件；未打印 {2} 件</source>
        <translation>{0} in the queue, {1} to see to; {2} not printed</translation>
    </message>
</context>
<context>
    <name>ReceptionScreen</name>
    <message>
        <source>{0} 已日结。可以记为带日期的调整：日报表出新的一版，原表不动。</source>
        <translation>{0} is closed. It can be recorded as a dated adjustment: the day sheet gets a new revision, the old one stays.</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>今天还没有接待记录。
按 F2 计数，或在右边填写后按 Ctrl+Enter 登记。</source>
        <translation>Nobody received yet today.
F2 tallies; or fill in the right side and press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>今日接待</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>同一来访的下一件</source>
        <translation>Next matter of this visit</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>对方已改为：{0}。要用对方的，请改回；再按 Ctrl+Enter 以本栏为准。</source>
        <translation>The other one changed this to: {0}. Type it in to take it over; Ctrl+Enter again keeps what stands here.</translation>
    </message>
    <message>
        <source>已撤销 {0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已更改 {0}</source>
        <translation>{0} amended</translation>
    </message>
    <message>
        <source>已登记 {0}</source>
        <translation>Registered {0}</translation>
    </message>
    <message>
        <source>已登记 {0}，请接着填写申请</source>
        <translation>{0} registered: now fill in the application</translation>
    </message>
    <message>
        <source>已计 {0} {1} 人</source>
        <translation>Tallied {0}: {1} persons</translation>
    </message>
    <message>
        <source>接待　{0}</source>
        <translation>Reception　{0}</translation>
    </message>
    <message>
        <source>接待　同一来访的下一件</source>
        <translation>Reception　next matter of the same visit</translation>
    </message>
    <message>
        <source>撤销上一笔</source>
        <translation>Undo last entry</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记回执</source>
        <translation>Registration receipt</translation>
    </message>
    <message>
        <source>登记并出回执</source>
        <translation>Register with receipt</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>补登原因</source>
        <translation>Reason for the late entry</translation>
    </message>
    <message>
        <source>计数</source>
        <translation>Tally</translation>
    </message>
    <message>
        <source>记为调整</source>
        <translation>Record as adjustment</translation>
    </message>
    <message>
        <source>请先登记来访的第一件，再登记同一来访的下一件</source>
        <translation>Register the first matter of a visit before its next one</translation>
    </message>
    <message>
        <source>还没有可以重复的记录，请先登记一件</source>
        <translation>Nothing to repeat yet: register one first</translation>
    </message>
    <message>
        <source>（已撤销）</source>
        <translation> (undone)</translation>
    </message>
</context>
<context>
    <name>ReferenceTextsTab</name>
    <message>
        <source>⚠ 尚未发布</source>
        <translation>⚠ Not published yet</translation>
    </message>
    <message>
        <source>⚠ 有未发布的改稿</source>
        <translation>⚠ unpublished words</translation>
    </message>
    <message>
        <source>⚠ 现行，但{0}已变更，请发布新版</source>
        <translation>⚠ In force, but {0} changed: publish a new edition</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>参考文本</source>
        <translation>Reference texts</translation>
    </message>
    <message>
        <source>已发布 {0} 第 {1} 版</source>
        <translation>{0}: edition {1} published</translation>
    </message>
    <message>
        <source>已恢复没有发布的改稿，不要时按 Ctrl+Shift+D</source>
        <translation>Unpublished words are back; Ctrl+Shift+D gives them up</translation>
    </message>
    <message>
        <source>已放弃改稿</source>
        <translation>Unpublished words given up</translation>
    </message>
    <message>
        <source>已被替代</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>待施行</source>
        <translation>Coming</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>改稿已保存，按 Ctrl+N 继续</source>
        <translation>Your words are kept; Ctrl+N goes on</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>文本内容</source>
        <translation>Words of the text</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>版次</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>Ed. {0}</translation>
    </message>
    <message>
        <source>草案</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>请先在列表中选一条</source>
        <translation>Choose a row in the list first</translation>
    </message>
</context>
<context>
    <name>RegistersScreen</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>在本簿中查找</source>
        <translation>Find in this register</translation>
    </message>
    <message>
        <source>在本簿中查找  Ctrl+F</source>
        <translation>Find in this register  Ctrl+F</translation>
    </message>
    <message>
        <source>复制引用文字</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>引用到答复</source>
        <translation>Cite in a reply</translation>
    </message>
    <message>
        <source>打开申请</source>
        <translation>Open application</translation>
    </message>
    <message>
        <source>撤回所选</source>
        <translation>Withdraw selected</translation>
    </message>
    <message>
        <source>撤销进展</source>
        <translation>Undo progress</translation>
    </message>
    <message>
        <source>放弃改稿</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>编辑新版</source>
        <translation>New edition</translation>
    </message>
    <message>
        <source>记录进展</source>
        <translation>Record progress</translation>
    </message>
    <message>
        <source>请先在列表中按 Enter 打开一件</source>
        <translation>Open one from the list with Enter first</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Dealt with again</translation>
    </message>
</context>
<context>
    <name>ReplyActs</name>
    <message>
        <source>{0} 已审批同意，可以签发</source>
        <translation>{0} approved, ready to be issued</translation>
    </message>
    <message>
        <source>{0} 已拟稿，待审批</source>
        <translation>{0} drafted, to be approved</translation>
    </message>
    <message>
        <source>{0} 已更正答复文书</source>
        <translation>{0}: reply corrected</translation>
    </message>
    <message>
        <source>{0} 已退回修改</source>
        <translation>{0} returned for changes</translation>
    </message>
    <message>
        <source>已办结 {0}</source>
        <translation>{0} closed</translation>
    </message>
    <message>
        <source>已答复并办结 {0}</source>
        <translation>{0} answered and closed</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>两次输入的密码不同，请重新输入</source>
        <translation>The two passwords differ: enter them again</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>上一步  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>下一步  Enter</source>
        <translation>Next  Enter</translation>
    </message>
    <message>
        <source>创建  Enter</source>
        <translation>Create  Enter</translation>
    </message>
    <message>
        <source>初始设置</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存为 PDF  Ctrl+S</source>
        <translation>Save as PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>完成  Enter</source>
        <translation>Finish  Enter</translation>
    </message>
    <message>
        <source>已妥善保存  Ctrl+Enter</source>
        <translation>Kept safely  Ctrl+Enter</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥.pdf</source>
        <translation>recovery-key.pdf</translation>
    </message>
    <message>
        <source>打印  F8</source>
        <translation>Print  F8</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>核对恢复密钥</source>
        <translation>Check the recovery key</translation>
    </message>
    <message>
        <source>正在创建…</source>
        <translation>Creating…</translation>
    </message>
    <message>
        <source>窗口和人员</source>
        <translation>Window and clerk</translation>
    </message>
    <message>
        <source>第 {0} 步，共 {1} 步　{2}</source>
        <translation>Step {0} of {1}　{2}</translation>
    </message>
    <message>
        <source>请先核对恢复密钥：关闭后就不再显示</source>
        <translation>Check the recovery key first: once closed it is never shown again</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>刚才</source>
        <translation>Just now</translation>
    </message>
</context>
<context>
    <name>SupervisionTab</name>
    <message>
        <source>人数</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>参加人数</source>
        <translation>Persons attending</translation>
    </message>
    <message>
        <source>只有负责人可以更改考核评议结果</source>
        <translation>Only a supervisor changes results of assessments</translation>
    </message>
    <message>
        <source>培训与考核不能互改，请撤回后重记</source>
        <translation>A session does not become an assessment: withdraw it and record anew</translation>
    </message>
    <message>
        <source>培训名称</source>
        <translation>Title of the training</translation>
    </message>
    <message>
        <source>培训考核</source>
        <translation>Training and review</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>已撤回的登记不能更改</source>
        <translation>A withdrawn entry cannot be changed</translation>
    </message>
    <message>
        <source>已撤回，原记录保留并划去</source>
        <translation>Withdrawn: the original stays, struck through</translation>
    </message>
    <message>
        <source>已撤回：{0}</source>
        <translation>Withdrawn: {0}</translation>
    </message>
    <message>
        <source>已更改 {0}</source>
        <translation>{0} amended</translation>
    </message>
    <message>
        <source>已登记 {0}</source>
        <translation>Registered {0}</translation>
    </message>
    <message>
        <source>已登记的培训和考核</source>
        <translation>Trainings and assessments recorded</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>结果（照年度报告的写法）</source>
        <translation>Result (in the report's words)</translation>
    </message>
    <message>
        <source>考试</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>考试情况（没有考试不填）</source>
        <translation>Exam (empty if there was none)</translation>
    </message>
    <message>
        <source>请先在列表中选一条未撤回的登记</source>
        <translation>Choose an entry that is not withdrawn first</translation>
    </message>
    <message>
        <source>还没有登记培训、考核、评议。
在右边选类别、填写内容，按 Ctrl+Enter 登记。</source>
        <translation>No training, assessment or review yet.
Choose a kind on the right, fill it in, Ctrl+Enter records it.</translation>
    </message>
    <message>
        <source>这条登记已被他人更改，左边是新的内容；您填写的仍在右边</source>
        <translation>Somebody changed this entry: the new one stands left, what you typed still right</translation>
    </message>
</context>
<context>
    <name>TallyPad</name>
    <message>
        <source>下一笔 × {0} 人</source>
        <translation>Next entry × {0} persons</translation>
    </message>
    <message>
        <source>共 {0} 人次</source>
        <translation>{0} persons in all</translation>
    </message>
    <message>
        <source>团体 × {0}▏按 Enter</source>
        <translation>Group × {0}▏ press Enter</translation>
    </message>
    <message>
        <source>按 F2 计数：一键一人，不用填表</source>
        <translation>F2 tallies: one key a person, no form</translation>
    </message>
    <message>
        <source>渠道：{0}</source>
        <translation>Channel: {0}</translation>
    </message>
    <message>
        <source>计数</source>
        <translation>Tally</translation>
    </message>
    <message>
        <source>计数：按数字键，一键一人；团体先按 * 再输人数、Enter；+ 换渠道；Ctrl+Z 撤销</source>
        <translation>Tally: one digit, one person; for a group * then persons, Enter; + changes the channel; Ctrl+Z undoes</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>没有这个时间，请写成 0915 或 9:15</source>
        <translation>There is no such time: write 0915 or 9:15</translation>
    </message>
</context>
<context>
    <name>WordingsScreen</name>
    <message>
        <source>{0} 样张</source>
        <translation>{0}, sample</translation>
    </message>
    <message>
        <source>与现行的 {0} 对照</source>
        <translation>Compared with {0}, in force</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>先转到“正文”页</source>
        <translation>Turn to the page Text first</translation>
    </message>
    <message>
        <source>删去本段</source>
        <translation>Remove paragraph</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>只有负责人可以修改文书格式</source>
        <translation>Only a supervisor may change the wording</translation>
    </message>
    <message>
        <source>只用于新增的段</source>
        <translation>For new paragraphs only</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>已发布 {0}，{1}起签发的文书使用</source>
        <translation>{0} published, used in documents issued from {1} on</translation>
    </message>
    <message>
        <source>已取出 {0} 的文字，发布后成为新版本</source>
        <translation>The words of {0} are taken up; publishing makes them a new version</translation>
    </message>
    <message>
        <source>已恢复没有发布的改动，不要时按 Ctrl+Shift+D</source>
        <translation>Unpublished changes are back; Ctrl+Shift+D throws them away</translation>
    </message>
    <message>
        <source>已撤回 {0}</source>
        <translation>{0} withdrawn</translation>
    </message>
    <message>
        <source>已放弃改动</source>
        <translation>Changes thrown away</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>按名称或代码查找  Ctrl+F</source>
        <translation>Find by name or code  Ctrl+F</translation>
    </message>
    <message>
        <source>插入填写项</source>
        <translation>Insert slot</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤回所选版本</source>
        <translation>Withdraw version</translation>
    </message>
    <message>
        <source>撤回还没有生效的 {0}，它仍留在版本列表中。</source>
        <translation>Withdraws {0}, which is not yet in force; it stays in the list of versions.</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>文书格式</source>
        <translation>Document wording</translation>
    </message>
    <message>
        <source>文字没有改动</source>
        <translation>No word was changed</translation>
    </message>
    <message>
        <source>新增一段</source>
        <translation>Add paragraph</translation>
    </message>
    <message>
        <source>查找文书格式</source>
        <translation>Find a document wording</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>没有这样的文书格式。</source>
        <translation>No such document wording.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>自设填写项</source>
        <translation>Own slot</translation>
    </message>
    <message>
        <source>这一段不能删去</source>
        <translation>This paragraph cannot be removed</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>齐全才印</source>
        <translation>Only if complete</translation>
    </message>
</context>
<context>
    <name>WriterTab</name>
    <message>
        <source>{0} 已保存了另一份文字，右边标出不同之处；再按 Ctrl+Enter 以您的文字为准</source>
        <translation>{0} has saved another text: the differences are marked on the right; Ctrl+Enter again keeps yours</translation>
    </message>
    <message>
        <source>{0} 年度报告 {1}</source>
        <translation>Annual report {0} {1}</translation>
    </message>
    <message>
        <source>与上年比较：划去的没有了，下划线的是新写的</source>
        <translation>Compared with last year: struck out is gone, underlined is new</translation>
    </message>
    <message>
        <source>他人已保存的文字（划去）与您的文字（下划线）</source>
        <translation>The other's text (struck out) and yours (underlined)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>写作</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>取用上年文字</source>
        <translation>Take last year's text</translation>
    </message>
    <message>
        <source>只有负责人可以编写年度报告</source>
        <translation>Only a supervisor writes the report</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存，有 {0} 处数字与表格不符</source>
        <translation>Saved; {0} numbers differ from the tables</translation>
    </message>
    <message>
        <source>已取用上年文字，数字换成本年的；Ctrl+Z 可撤销</source>
        <translation>Last year's text taken, with this year's figures; Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>已恢复没有保存的文字，不要时按 Ctrl+Shift+D</source>
        <translation>Unsaved text restored; Ctrl+Shift+D drops it</translation>
    </message>
    <message>
        <source>已放弃改动</source>
        <translation>Changes thrown away</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入数字</source>
        <translation>Insert figure</translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>文字中没有手写的数字。</source>
        <translation>No typed numbers in the text.</translation>
    </message>
    <message>
        <source>文字中的数字</source>
        <translation>Numbers in the text</translation>
    </message>
    <message>
        <source>文字没有改动</source>
        <translation>No word was changed</translation>
    </message>
    <message>
        <source>文字照常编写、保存；连通以后按 F5，再核对其中的数字。</source>
        <translation>Write and save as ever; press F5 once there is a way, and the numbers are checked.</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>没有上年的文字</source>
        <translation>No text of last year</translation>
    </message>
    <message>
        <source>编写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>表中</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>这种格式没有要编写的部分。</source>
        <translation>This form has no parts to write.</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>键入名称的一部分来选取；印出时填入当时的数字，不会写错。</source>
        <translation>Type a part of its name; the figure is filled in when printed and cannot be wrong.</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>预览、与上年比较</source>
        <translation>Preview / compare</translation>
    </message>
</context>
<context>
    <name>_Proof</name>
    <message>
        <source>{0}{1} 年 {2}–{3}，作废 {4}，缺号 {5}</source>
        <translation>{0}{1} {2}–{3}, void {4}, missing {5}</translation>
    </message>
    <message>
        <source>⚠ 勾稽关系不符 {0} 项，见左边的未了事项</source>
        <translation>⚠ {0} identities do not hold, see unfinished work on the left</translation>
    </message>
    <message>
        <source>✓ 勾稽关系全部相符（{0} 项）</source>
        <translation>✓ All identities hold ({0})</translation>
    </message>
    <message>
        <source>今年尚未编号</source>
        <translation>No numbers given this year yet</translation>
    </message>
    <message>
        <source>日结时生成</source>
        <translation>Made at the close</translation>
    </message>
    <message>
        <source>校验值 {0}</source>
        <translation>Checksum {0}</translation>
    </message>
</context>
<context>
    <name>_Summary</name>
    <message>
        <source>{0} 人次</source>
        <translation>{0} persons</translation>
    </message>
    <message>
        <source>{0} 件次</source>
        <translation>{0} matters</translation>
    </message>
    <message>
        <source>{0} 批次</source>
        <translation>{0} visits</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>接待来访</source>
        <translation>Visits</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>审查</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>收到、补正</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>案卷</source>
        <translation>File</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>说明理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>after</name>
    <message>
        <source>保管期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>决定、判决没有写明的不填，按答复期限计算</source>
        <translation>Leave empty where the decision names none: the reply period counts</translation>
    </message>
    <message>
        <source>决定书、判决书文号</source>
        <translation>Number of the decision</translation>
    </message>
    <message>
        <source>原文书保留原样，注明由新文书更正。办理结果有变的不是更正，请用“重新办理”。</source>
        <translation>The old document stays as it is and names the new one. A different outcome is no correction: deal with the case again.</translation>
    </message>
    <message>
        <source>原答复和文书保留，统计仍按第一次的办理结果；期限重新起算（第五十一条）。</source>
        <translation>The first reply and its documents stay, figures keep the first outcome; the period runs anew (art. 51).</translation>
    </message>
    <message>
        <source>存放位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>建议 {0}；以本机关归档范围和保管期限表为准</source>
        <translation>Proposed: {0}; your agency's own schedule decides</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Filed away</translation>
    </message>
    <message>
        <source>归档　{0}</source>
        <translation>File away {0}</translation>
    </message>
    <message>
        <source>归档日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>新的文书</source>
        <translation>New document</translation>
    </message>
    <message>
        <source>更正原因</source>
        <translation>Reason of the correction</translation>
    </message>
    <message>
        <source>更正哪一份</source>
        <translation>Corrects</translation>
    </message>
    <message>
        <source>更正并出具</source>
        <translation>Correct and issue</translation>
    </message>
    <message>
        <source>更正答复文书　{0}</source>
        <translation>Correct a reply of {0}</translation>
    </message>
    <message>
        <source>期限自次一工作日起算</source>
        <translation>The period starts on the next working day</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Dealt with again</translation>
    </message>
    <message>
        <source>重新办理　{0}</source>
        <translation>Handle again  {0}</translation>
    </message>
    <message>
        <source>重新办理的依据</source>
        <translation>Ground for dealing with it again</translation>
    </message>
    <message>
        <source>重新办理的期限（工作日）</source>
        <translation>Period (working days)</translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>不予公开</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>不予处理</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>予以公开</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation>Otherwise handled</translation>
    </message>
    <message>
        <source>无法提供</source>
        <translation>Unavailable</translation>
    </message>
    <message>
        <source>部分公开</source>
        <translation>Disclosed in part</translation>
    </message>
</context>
<context>
    <name>application_form</name>
    <message>
        <source>与此前申请的关系</source>
        <translation>Relation to an earlier application</translation>
    </message>
    <message>
        <source>代理人姓名</source>
        <translation>Agent's name</translation>
    </message>
    <message>
        <source>代理人电话</source>
        <translation>Agent's phone</translation>
    </message>
    <message>
        <source>代理人证件号码</source>
        <translation>Agent's document number</translation>
    </message>
    <message>
        <source>代理人证件类型</source>
        <translation>Agent's identity document</translation>
    </message>
    <message>
        <source>代码、名称或拼音首字母</source>
        <translation>Code, name or pinyin initials</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>信息领域</source>
        <translation>Field of information</translation>
    </message>
    <message>
        <source>双方确认日期</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <source>口头申请原因</source>
        <translation>Reason for the oral application</translation>
    </message>
    <message>
        <source>名称、文号或者便于查询的特征；输入 // 选用常用语</source>
        <translation>Title, document number or features to find it by; type // for a snippet</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>委托书编号或者权限</source>
        <translation>Number or scope of the authority</translation>
    </message>
    <message>
        <source>尚未确认可不填</source>
        <translation>Leave empty if not confirmed yet</translation>
    </message>
    <message>
        <source>工作单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>已核对原件</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>所需信息</source>
        <translation>Information wanted</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>授权委托书</source>
        <translation>Letter of authority</translation>
    </message>
    <message>
        <source>提供形式</source>
        <translation>Form wanted</translation>
    </message>
    <message>
        <source>收到之日在三日以前，或者当日已经日结</source>
        <translation>The day of receipt is more than three days ago, or that day is closed</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>由代理人提出</source>
        <translation>Made by an agent</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请人类别</source>
        <translation>Kind of applicant</translation>
    </message>
    <message>
        <source>申请渠道</source>
        <translation>Channel of the application</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>电话、地址、邮箱、传真至少一项</source>
        <translation>At least one of phone, address, e-mail, fax</translation>
    </message>
    <message>
        <source>第三十一条：收到之日按渠道确定。当面提交和签收邮件当日；平信、网络、传真自双方确认之日</source>
        <translation>Art. 31: the channel decides the day of receipt. Handed in or signed for: that day; ordinary mail, online, fax: the day both sides confirm</translation>
    </message>
    <message>
        <source>第三十六条第六项：已经答复的相同申请不予重复处理</source>
        <translation>Art. 36 (6): the same application, already answered, is not handled again</translation>
    </message>
    <message>
        <source>第二十九条第一款：书写确有困难</source>
        <translation>Art. 29 (1): real difficulty in writing</translation>
    </message>
    <message>
        <source>第二十九条：申请公开的政府信息的名称、文号或者便于查询的其他特征性描述</source>
        <translation>Art. 29: title, document number or other features by which the information can be found</translation>
    </message>
    <message>
        <source>索引号（可不填）</source>
        <translation>Index number (optional)</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>联系地址</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>获取方式</source>
        <translation>Way of delivery</translation>
    </message>
    <message>
        <source>补登原因</source>
        <translation>Reason for the late entry</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>资料不全，仍予登记（第三十条，随后告知补正）</source>
        <translation>Incomplete, register all the same (art. 30, correction is requested next)</translation>
    </message>
    <message>
        <source>邮件经签收</source>
        <translation>Mail was signed for</translation>
    </message>
    <message>
        <source>邮政编码</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>邮编、邮箱、传真、单位</source>
        <translation>Postcode, e-mail, fax, employer</translation>
    </message>
    <message>
        <source>随附材料</source>
        <translation>Enclosures</translation>
    </message>
</context>
<context>
    <name>applications</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日收到</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>剩 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Days left</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>没有这样的申请。
在右边填写后按 Ctrl+Enter 登记；咨询可在“接待”按 F6 转来。</source>
        <translation>No such applications.
Fill in the right side and press Ctrl+Enter; an enquiry becomes one with F6 in Reception.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>超 {0}</source>
        <translation>{0} over</translation>
    </message>
</context>
<context>
    <name>approval</name>
    <message>
        <source>公共利益的理由</source>
        <translation>Public interest</translation>
    </message>
    <message>
        <source>写了退回意见：退回请按 Ctrl+Backspace，同意请先清空这一栏</source>
        <translation>A remark stands here: Ctrl+Backspace returns the draft; to approve it, clear this field</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>审批　{0}</source>
        <translation>Approve {0}</translation>
    </message>
    <message>
        <source>审批同意</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>待审批</source>
        <translation>To be approved</translation>
    </message>
    <message>
        <source>拟办意见</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>第 {0} 项</source>
        <translation>Item {0}</translation>
    </message>
    <message>
        <source>签发　{0}</source>
        <translation>Issue {0}</translation>
    </message>
    <message>
        <source>签发并办结</source>
        <translation>Issue and close</translation>
    </message>
    <message>
        <source>签发日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请写明要修改什么，再退回</source>
        <translation>Say what is to be changed, then return it</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Return for changes</translation>
    </message>
    <message>
        <source>退回意见</source>
        <translation>Remark for the drafter</translation>
    </message>
    <message>
        <source>重新拟稿</source>
        <translation>Draft anew</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>接待</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>文书格式</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Daily close</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>cited</name>
    <message>
        <source>已引用 {0}，结果为“已主动公开”</source>
        <translation>{0} cited: published already</translation>
    </message>
    <message>
        <source>正在更改已登记的申请，答复请在申请页进行</source>
        <translation>A registered application is being amended: answer it on its own page</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>  第{0}至{1}{2}，每{2} {3} 元，计 {4} 元</source>
        <translation>  {0} to {1}{2}: {3} yuan per {2}, {4} yuan</translation>
    </message>
    <message>
        <source> 等 {0} 日</source>
        <translation> and others, {0} days</translation>
    </message>
    <message>
        <source>--fact 应写成 名称=内容，不能是 {0}</source>
        <translation>--fact is written NAME=CONTENT, not {0}</translation>
    </message>
    <message>
        <source>--hub、--unit 只用于 --source hub</source>
        <translation>--hub and --unit go with --source hub only</translation>
    </message>
    <message>
        <source>--limit 至少为 1</source>
        <translation>--limit is at least 1</translation>
    </message>
    <message>
        <source>--output 的文件名须以 {0} 结尾</source>
        <translation>the file of --output must end in {0}</translation>
    </message>
    <message>
        <source>--template 只用于 docx</source>
        <translation>--template goes with docx only</translation>
    </message>
    <message>
        <source>--to 与 --receive 不能同时使用</source>
        <translation>--to and --receive exclude each other</translation>
    </message>
    <message>
        <source>{0}  {1}  {2}  {3}  已逾期 {4}  今日到期 {5}  三日内到期 {6}</source>
        <translation>{0}  {1}  {2}  {3}  overdue {4}  due today {5}  due within three days {6}</translation>
    </message>
    <message>
        <source>{0}  应报 {1}  按时 {2}  迟报 {3}  未报 {4}  未到期 {5}  零报告 {6}</source>
        <translation>{0}  expected {1}  on time {2}  late {3}  missing {4}  not due {5}  zero {6}</translation>
    </message>
    <message>
        <source>{0} 个窗口的数据包尚不报咨询投诉的期限</source>
        <translation>The packets of {0} windows do not tell yet which enquiries are due</translation>
    </message>
    <message>
        <source>{0} 可在 {1} 之前（含当日）补报 {2} 至 {3}</source>
        <translation>{0} may still send {2} to {3} up to and including {1}</translation>
    </message>
    <message>
        <source>{0} 在中心库没有登录了</source>
        <translation>{0} has no login at the hub any more</translation>
    </message>
    <message>
        <source>{0} 已日结，第 {1} 号</source>
        <translation>{0} closed, No. {1}</translation>
    </message>
    <message>
        <source>{0} 日报表（{1}）已保存到 {2}</source>
        <translation>Day sheet of {0} ({1}) saved to {2}</translation>
    </message>
    <message>
        <source>{0} 未结，数字随时变动</source>
        <translation>{0} interim, figures may still change</translation>
    </message>
    <message>
        <source>{0} 的数据包可从备份处续接一次</source>
        <translation>The packets of {0} may go on once from the backup</translation>
    </message>
    <message>
        <source>{0} 至 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0}{1}，信息处理费 {2} 元</source>
        <translation>{0}{1}, processing fee {2} yuan</translation>
    </message>
    <message>
        <source>{0}年年度报告数据已保存到 {1}</source>
        <translation>Annual report data of {0} saved to {1}</translation>
    </message>
    <message>
        <source>{0}：{1} 应为 {2}，实为 {3}</source>
        <translation>{0}: {1} should be {2}, is {3}</translation>
    </message>
    <message>
        <source>{0}：不是日结数据包，或者已损坏</source>
        <translation>{0}: not a day packet, or damaged</translation>
    </message>
    <message>
        <source>一段时间的全部数字（首尾两天都算）</source>
        <translation>all figures of a period (both ends included)</translation>
    </message>
    <message>
        <source>上年度报表的结转行</source>
        <translation>carried-over row of last year's report</translation>
    </message>
    <message>
        <source>上年度的报告，核对结转和现行有效件数</source>
        <translation>last year's report, to compare what was carried over and what is in force</translation>
    </message>
    <message>
        <source>不通过（{0}处）</source>
        <translation>failed ({0})</translation>
    </message>
    <message>
        <source>中心库地址，不带密码</source>
        <translation>Address of the hub, without a password</translation>
    </message>
    <message>
        <source>中心库密码：</source>
        <translation>Password of the hub: </translation>
    </message>
    <message>
        <source>中心库已建好：{0}</source>
        <translation>The hub is ready: {0}</translation>
    </message>
    <message>
        <source>中心库所知的本窗口各序列最大编号，恢复备份后用</source>
        <translation>The highest numbers the hub knows of this window, for use after a restore</translation>
    </message>
    <message>
        <source>中心库还没有登记窗口</source>
        <translation>No window is enrolled at the hub yet</translation>
    </message>
    <message>
        <source>中心库里没有案例，--analysis 只用于本机数据</source>
        <translation>the hub holds no cases; --analysis is for this store only</translation>
    </message>
    <message>
        <source>为首位用户设置密码：</source>
        <translation>Password of the first user: </translation>
    </message>
    <message>
        <source>从哪一天起应报</source>
        <translation>From which day reports are expected</translation>
    </message>
    <message>
        <source>以 N 个工作日代替法定期限</source>
        <translation>N working days instead of the statutory period</translation>
    </message>
    <message>
        <source>件</source>
        <translation>item</translation>
    </message>
    <message>
        <source>保存到</source>
        <translation>save to</translation>
    </message>
    <message>
        <source>停用一个窗口，或者一名办公室人员</source>
        <translation>Shut out a window, or a person of the office</translation>
    </message>
    <message>
        <source>停用办公室人员而不是窗口</source>
        <translation>Shut out a person of the office, not a window</translation>
    </message>
    <message>
        <source>允许由备份恢复的窗口续接一次</source>
        <translation>Let a window restored from a backup go on once</translation>
    </message>
    <message>
        <source>允许窗口在期限内补报已锁定的日期</source>
        <translation>Let a window send locked days up to a date</translation>
    </message>
    <message>
        <source>全部勾稽关系成立</source>
        <translation>All identities hold</translation>
    </message>
    <message>
        <source>公钥核对码 {0}，请与对方电话核对</source>
        <translation>Key print {0}: compare it with the other side by telephone</translation>
    </message>
    <message>
        <source>其余 {0} 个窗口见 hub status</source>
        <translation>The other {0} windows: see hub status</translation>
    </message>
    <message>
        <source>写入文件夹不用中心库地址，--hub 未使用</source>
        <translation>Writing to a folder needs no hub: --hub was not used</translation>
    </message>
    <message>
        <source>写入这个文件夹</source>
        <translation>Write to this folder</translation>
    </message>
    <message>
        <source>加密页</source>
        <translation>encrypted pages</translation>
    </message>
    <message>
        <source>原因，窗口可见</source>
        <translation>The reason; the window reads it</translation>
    </message>
    <message>
        <source>只显示，不日结</source>
        <translation>only show, do not close</translation>
    </message>
    <message>
        <source>只检查，不写入</source>
        <translation>only check, write nothing</translation>
    </message>
    <message>
        <source>只统计中心库中这个单位的窗口</source>
        <translation>Count only this unit's windows at the hub</translation>
    </message>
    <message>
        <source>只输出一份 JSON</source>
        <translation>print one JSON document only</translation>
    </message>
    <message>
        <source>号码符合{0}的编码规则</source>
        <translation>The number follows the coding rule of {0}</translation>
    </message>
    <message>
        <source>各序列已发出的最大编号，可多次给出；全部给出后恢复编号</source>
        <translation>highest number issued of a series, may be repeated; numbering resumes when all are given</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>command</translation>
    </message>
    <message>
        <source>命令有误：{0}。用 {1} --help 查看用法</source>
        <translation>Wrong command: {0}. See {1} --help</translation>
    </message>
    <message>
        <source>咨询投诉</source>
        <translation>enquiries</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>backup folder</translation>
    </message>
    <message>
        <source>备份时的密码：</source>
        <translation>Password at the time of the backup: </translation>
    </message>
    <message>
        <source>备份，不影响窗口登记</source>
        <translation>back up while the window goes on working</translation>
    </message>
    <message>
        <source>如果只有一格有误，应是其中之一：{0}</source>
        <translation>If a single cell is wrong, it is one of these: {0}</translation>
    </message>
    <message>
        <source>审计链</source>
        <translation>audit chain</translation>
    </message>
    <message>
        <source>密码从环境变量 HALLCLIENT_PASSWORD 读取，没有时提示输入；密码不写在命令行上。</source>
        <translation>The password is read from HALLCLIENT_PASSWORD, else asked for; it is never written on the command line.</translation>
    </message>
    <message>
        <source>密码：</source>
        <translation>Password: </translation>
    </message>
    <message>
        <source>导入旧登记簿：全部导入或全部不导入</source>
        <translation>import an old register: all rows or none</translation>
    </message>
    <message>
        <source>导出含个人信息，请妥善保管</source>
        <translation>The export contains personal data: keep it safe</translation>
    </message>
    <message>
        <source>导出日报表</source>
        <translation>Export day sheet</translation>
    </message>
    <message>
        <source>已停用 {0}，以前收到的数据仍然有效</source>
        <translation>{0} is shut out; what it sent before still counts</translation>
    </message>
    <message>
        <source>已写入 {0} 份，请送交主管办公室</source>
        <translation>{0} packets written; take them to the supervising office</translation>
    </message>
    <message>
        <source>已在 {0} 新建数据。恢复密钥只显示这一次，请打印或抄写后妥善保管：</source>
        <translation>Store created in {0}. The recovery key is shown only once: print or copy it and keep it safe:</translation>
    </message>
    <message>
        <source>已备份到 {0}（{1} 行）</source>
        <translation>Backed up to {0} ({1} rows)</translation>
    </message>
    <message>
        <source>已导入 {0} 行</source>
        <translation>{0} rows imported</translation>
    </message>
    <message>
        <source>已导出到 {0}（{1} 个文件，{2} 行）</source>
        <translation>Exported to {0} ({1} files, {2} rows)</translation>
    </message>
    <message>
        <source>已恢复到 {0}，数据截至 {1}</source>
        <translation>Restored to {0}, data as of {1}</translation>
    </message>
    <message>
        <source>已撤回 {0} 的续接</source>
        <translation>{0}: the leave to go on was withdrawn</translation>
    </message>
    <message>
        <source>已日结</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>已登记 {0}，这个中心库不需要登录</source>
        <translation>{0} is enrolled; this hub needs no login</translation>
    </message>
    <message>
        <source>已签发《{0}》{1}，保存到 {2}</source>
        <translation>Issued “{0}” {1}, saved to {2}</translation>
    </message>
    <message>
        <source>已解锁</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>年度报告数据</source>
        <translation>data of the annual report</translation>
    </message>
    <message>
        <source>应于 {0} 前答复（第{1}个工作日）</source>
        <translation>Reply due by {0} (working day {1})</translation>
    </message>
    <message>
        <source>建立或者升级中心库</source>
        <translation>Build or upgrade the hub</translation>
    </message>
    <message>
        <source>异常  {0}  {1}  {2}（过去 {3} 至 {4}）</source>
        <translation>unusual  {0}  {1}  {2} (so far {3} to {4})</translation>
    </message>
    <message>
        <source>引用关系</source>
        <translation>references</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>restore drill</translation>
    </message>
    <message>
        <source>所属单位，不填用本机关全称</source>
        <translation>Its unit; the agency's name unless given</translation>
    </message>
    <message>
        <source>把全部登记导出为通用格式</source>
        <translation>export all registers in open formats</translation>
    </message>
    <message>
        <source>把备份恢复到一个空文件夹，并暂停编号</source>
        <translation>restore a backup into an empty folder; numbering pauses</translation>
    </message>
    <message>
        <source>把待报送的日结数据送到中心库，或者写入文件夹（U 盘）</source>
        <translation>Send waiting day packets to the hub, or write them to a folder (USB stick)</translation>
    </message>
    <message>
        <source>把这个文件夹里的数据包收进中心库</source>
        <translation>Take this folder's packets into the hub</translation>
    </message>
    <message>
        <source>报告格式；不填按年度选择</source>
        <translation>form of the report; chosen by the year when left out</translation>
    </message>
    <message>
        <source>按件计收的件数</source>
        <translation>items charged by item</translation>
    </message>
    <message>
        <source>按勾稽关系核对任一机关的年度报表（不需要数据）</source>
        <translation>check any agency's annual tables by their identities (needs no store)</translation>
    </message>
    <message>
        <source>按登记记录重新计数</source>
        <translation>count the records anew</translation>
    </message>
    <message>
        <source>按量计收的页数</source>
        <translation>pages charged by volume</translation>
    </message>
    <message>
        <source>撤回还没有用到的续接</source>
        <translation>take back a leave to go on that was not used</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>receipt date</translation>
    </message>
    <message>
        <source>政务公开服务窗口登记程序。不带命令时打开窗口。</source>
        <translation>Register of the government information window. Without a command it opens the window.</translation>
    </message>
    <message>
        <source>数字来源</source>
        <translation>source of the figures</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>data folder</translation>
    </message>
    <message>
        <source>数据没有通过验证，请停止登记并联系系统管理员</source>
        <translation>The data did not pass: stop registering and call the system administrator</translation>
    </message>
    <message>
        <source>数据结构</source>
        <translation>data structure</translation>
    </message>
    <message>
        <source>文书代码，如 P01、A01</source>
        <translation>document code, such as P01, A01</translation>
    </message>
    <message>
        <source>文书所需内容，可多次给出</source>
        <translation>contents of the document, may be repeated</translation>
    </message>
    <message>
        <source>文号中的代字，如 示政数；不填用机关代码</source>
        <translation>code word in document numbers, such as 示政数; the agency code when left out</translation>
    </message>
    <message>
        <source>新建数据，打印恢复密钥一次</source>
        <translation>create a store, print the recovery key once</translation>
    </message>
    <message>
        <source>日结链</source>
        <translation>close chain</translation>
    </message>
    <message>
        <source>日结；--dry-run 为未结的即时日报</source>
        <translation>close the day; --dry-run shows the interim sheet</translation>
    </message>
    <message>
        <source>显示本窗口的公钥，供登记用</source>
        <translation>Show this window's public key for enrolment</translation>
    </message>
    <message>
        <source>暂存  {0}  {1}  {2}</source>
        <translation>kept aside  {0}  {1}  {2}</translation>
    </message>
    <message>
        <source>最多显示条数</source>
        <translation>show at most so many</translation>
    </message>
    <message>
        <source>有{0}处不符合勾稽关系</source>
        <translation>{0} identities do not hold</translation>
    </message>
    <message>
        <source>有管辖权的法院，答复文书必须写明</source>
        <translation>court with jurisdiction, every reply must name it</translation>
    </message>
    <message>
        <source>期限停算：{0}</source>
        <translation>Period suspended: {0}</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>interim</translation>
    </message>
    <message>
        <source>机关代码，如 SQ01</source>
        <translation>agency code, such as SQ01</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>full name of the agency</translation>
    </message>
    <message>
        <source>机关地址</source>
        <translation>Agency's address</translation>
    </message>
    <message>
        <source>机关自己的 Word 模板</source>
        <translation>the agency's own Word template</translation>
    </message>
    <message>
        <source>查找记录</source>
        <translation>find records</translation>
    </message>
    <message>
        <source>校验证件号码（不需要数据）</source>
        <translation>check an identity number (needs no store)</translation>
    </message>
    <message>
        <source>检查通过，共 {0} 行，没有写入任何内容</source>
        <translation>Checked: {0} rows, nothing written</translation>
    </message>
    <message>
        <source>没有密码：请设置环境变量 HALLCLIENT_PASSWORD，或在终端中运行</source>
        <translation>No password: set HALLCLIENT_PASSWORD or run in a terminal</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>用一份全新的练习数据打开窗口</source>
        <translation>open the window on fresh practice data</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>user name</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>applications</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>application number</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>language</translation>
    </message>
    <message>
        <source>登录 {0} 的密码只显示这一次，请交给本人妥善保管：</source>
        <translation>The password of login {0} is shown this once; please give it to the person to keep:</translation>
    </message>
    <message>
        <source>登录 {0} 的密码只显示这一次，请交给该窗口妥善保管：</source>
        <translation>The password of login {0} is shown only this once; hand it to the window:</translation>
    </message>
    <message>
        <source>登记办公室人员而不是窗口</source>
        <translation>Enrol a person of the office instead of a window</translation>
    </message>
    <message>
        <source>登记窗口，给它自己的登录</source>
        <translation>Enrol a window and give it a login of its own</translation>
    </message>
    <message>
        <source>程序出错，命令没有完成，数据未改动。请把运行日志交给维护人员。</source>
        <translation>Program error: the command did not finish, no data changed. Please hand the log to the maintainers.</translation>
    </message>
    <message>
        <source>窗口号，如 W01</source>
        <translation>window number, such as W01</translation>
    </message>
    <message>
        <source>窗口号，或者加 --person 时的办公室人员登录名</source>
        <translation>The window, or with --person the login name of a person of the office</translation>
    </message>
    <message>
        <source>第{0}行 {1}：{2}</source>
        <translation>row {0} {1}: {2}</translation>
    </message>
    <message>
        <source>签发文书并登记，保存其文件</source>
        <translation>issue and register a document, save its file</translation>
    </message>
    <message>
        <source>管理中心库：建库、登记窗口、谁已报送、补报例外</source>
        <translation>Administer the hub: build it, enrol windows, who reported, exceptions</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>red</translation>
    </message>
    <message>
        <source>练习数据，不作正式登记</source>
        <translation>practice data, no official register</translation>
    </message>
    <message>
        <source>经过：</source>
        <translation>Steps:</translation>
    </message>
    <message>
        <source>统计到该月为止</source>
        <translation>count up to this month</translation>
    </message>
    <message>
        <source>续接  {0}  {1} 由 {2} 准予，还没有用到：{3}</source>
        <translation>chain  {0}  {1} {2} let it go on; not used yet: {3}</translation>
    </message>
    <message>
        <source>编号已暂停：请负责人在“设置—恢复后的编号”填写各序列已发出的最大编号。备份中的最大编号：</source>
        <translation>Numbering is paused: the supervisor fills in the highest number issued of each series under Settings – Numbering after restore. Highest numbers in the backup:</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>自检：字体、打印机、输入法、时钟、磁盘、日历、备份</source>
        <translation>self-check: fonts, printers, input method, clock, disk, calendar, backup</translation>
    </message>
    <message>
        <source>行政复议机关，答复文书必须写明</source>
        <translation>reconsideration body, every reply must name it</translation>
    </message>
    <message>
        <source>补报截止日（含当日）</source>
        <translation>Last day for sending (included)</translation>
    </message>
    <message>
        <source>补正、延期、征求意见等经过</source>
        <translation>correction, extension, consultation and other steps</translation>
    </message>
    <message>
        <source>解锁一段日期</source>
        <translation>Unlock days</translation>
    </message>
    <message>
        <source>计算信息处理费（不需要数据）</source>
        <translation>reckon the processing fee (needs no store)</translation>
    </message>
    <message>
        <source>计算答复期限，逐日说明理由（不需要数据）</source>
        <translation>reckon a due date and say why, day by day (needs no store)</translation>
    </message>
    <message>
        <source>该窗口的公钥（hub key 显示的）</source>
        <translation>The window's public key (as hub key shows it)</translation>
    </message>
    <message>
        <source>请写明文件夹</source>
        <translation>Say which folder</translation>
    </message>
    <message>
        <source>请数据库超级用户也执行一次 hub init：锁和大对象函数人人可用，只有超级用户能收回，以免窗口的登录妨碍他人。</source>
        <translation>Please let the database's superuser run hub init once too: locks and large objects are open to everybody, and only a superuser can shut them, so that no window's login can hold up the others.</translation>
    </message>
    <message>
        <source>请注意：中心库还缺 {0} 个窗口日的数据</source>
        <translation>Note: the hub still lacks {0} window-days</translation>
    </message>
    <message>
        <source>请用 --hub 给出中心库地址</source>
        <translation>Give the hub's address with --hub</translation>
    </message>
    <message>
        <source>请用 --user 给出用户名</source>
        <translation>Give the user name with --user</translation>
    </message>
    <message>
        <source>读取 {0} 份，新收 {1} 份，已有 {2} 份</source>
        <translation>{0} read, {1} newly accepted, {2} held already</translation>
    </message>
    <message>
        <source>谁已报送、谁迟报未报，红灯黄灯，异常数字</source>
        <translation>Who reported, who is late or missing, red and yellow lamps, unusual figures</translation>
    </message>
    <message>
        <source>送出 {0} 份，已收 {1} 份，退回 {2} 份，待报送 {3} 份</source>
        <translation>{0} sent, {1} accepted, {2} returned, {3} waiting</translation>
    </message>
    <message>
        <source>适用条例</source>
        <translation>regulation to apply</translation>
    </message>
    <message>
        <source>逐日列出这个窗口</source>
        <translation>List this window day by day</translation>
    </message>
    <message>
        <source>逐日：</source>
        <translation>Day by day:</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>锁定一段日期，不再收数据</source>
        <translation>Lock days: no more packets are taken</translation>
    </message>
    <message>
        <source>附上典型案例分析（表格和图表）</source>
        <translation>append the case analysis (tables and charts)</translation>
    </message>
    <message>
        <source>零报告</source>
        <translation>Zero</translation>
    </message>
    <message>
        <source>页</source>
        <translation>page</translation>
    </message>
    <message>
        <source>验证数据：完整性、审计链、日结链、恢复演练</source>
        <translation>verify the data: integrity, audit chain, close chain, restore drill</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>yellow</translation>
    </message>
    <message>
        <source>（暂定，以国务院节假日安排为准）</source>
        <translation> (provisional until the State Council announces the holidays)</translation>
    </message>
    <message>
        <source>，编号 {0} 至 {1}</source>
        <translation>, numbers {0} to {1}</translation>
    </message>
</context>
<context>
    <name>clock</name>
    <message>
        <source>{0}：{1}{2}；{3} 登记，当日不计，至 {4} 共 {5}{2}</source>
        <translation>{0}: {1}{2}; recorded on {3}, which does not count, to {4}: {5}{2}</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation> working days</translation>
    </message>
    <message>
        <source>为什么是这一天　{0}</source>
        <translation>Why this day　{0}</translation>
    </message>
    <message>
        <source>关闭 Esc</source>
        <translation>Close Esc</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>地方调整</source>
        <translation>Local arrangement</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>尚未确认收到，期限未起算</source>
        <translation>Receipt not confirmed yet: the period does not run</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>工作日历没有覆盖这段时间，不能逐日说明。</source>
        <translation>The working calendar does not reach this time; the days cannot be told.</translation>
    </message>
    <message>
        <source>已于 {0} 办结，应于 {1} 前答复</source>
        <translation>Closed on {0}, due by {1}</translation>
    </message>
    <message>
        <source>应于 {0} 前答复</source>
        <translation>Reply due by {0}</translation>
    </message>
    <message>
        <source>打印 F8</source>
        <translation>Print F8</translation>
    </message>
    <message>
        <source>政府信息公开条例（2007年）</source>
        <translation>Regulation on open government information (2007)</translation>
    </message>
    <message>
        <source>政府信息公开条例（2019年修订）</source>
        <translation>Regulation on open government information (2019 revision)</translation>
    </message>
    <message>
        <source>日别</source>
        <translation>Kind of day</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日（含休息日）</source>
        <translation> days (days off included)</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>答复期限计算过程 {0}</source>
        <translation>How the due date was reckoned {0}</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>Make-up working day</translation>
    </message>
    <message>
        <source>这一件没有答复期限：当场办结的，或者没有规定期限的类别</source>
        <translation>This matter has no reply date: it was settled at once, or no rule sets one for its kind</translation>
    </message>
    <message>
        <source>这一类别没有规定期限，由经办人填写；{0} 登记</source>
        <translation>No rule sets a period for this kind, the clerk wrote it; recorded on {0}</translation>
    </message>
    <message>
        <source>逐日</source>
        <translation>Day by day</translation>
    </message>
    <message>
        <source>；按规定为 {0}，登记的是 {1}</source>
        <translation>; the rule gives {0}, the record says {1}</translation>
    </message>
    <message>
        <source>；暂定，以国务院公布的节假日安排为准</source>
        <translation>; provisional until the State Council announces the holidays</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>程序出错，编号 {0}，草稿已保留。请重试；再次出现时请把编号告诉系统管理员。</source>
        <translation>Program error, number {0}. Your draft is kept. Try again; if it returns, tell the administrator this number.</translation>
    </message>
</context>
<context>
    <name>decision</name>
    <message>
        <source>怎么给</source>
        <translation>In what form?</translation>
    </message>
    <message>
        <source>是不是</source>
        <translation>An application?</translation>
    </message>
    <message>
        <source>有没有</source>
        <translation>Held?</translation>
    </message>
    <message>
        <source>给不给</source>
        <translation>Disclosable?</translation>
    </message>
    <message>
        <source>补不补</source>
        <translation>Correct first?</translation>
    </message>
    <message>
        <source>谁负责</source>
        <translation>Whose?</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>参考文本改稿</source>
        <translation>Reference text, unpublished</translation>
    </message>
    <message>
        <source>咨询投诉登记</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>年度报告文字</source>
        <translation>Text of the annual report</translation>
    </message>
    <message>
        <source>文书格式改稿</source>
        <translation>Wording, unpublished</translation>
    </message>
    <message>
        <source>申请登记</source>
        <translation>Application</translation>
    </message>
</context>
<context>
    <name>disputes</name>
    <message>
        <source>{0} {1}　{2}</source>
        <translation>{0} {1}  {2}</translation>
    </message>
    <message>
        <source>{0} 个工作日</source>
        <translation>{0} working days</translation>
    </message>
    <message>
        <source>{0} 将重新办理。</source>
        <translation>{0} will be handled again.</translation>
    </message>
    <message>
        <source>{0} 已撤销：{1}</source>
        <translation>{0}: {1} undone</translation>
    </message>
    <message>
        <source>{0} 已记：{1}</source>
        <translation>{0} recorded: {1}</translation>
    </message>
    <message>
        <source>{0} 已重新办理</source>
        <translation>{0} is being handled again</translation>
    </message>
    <message>
        <source>{0} 日</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>{0} 目前没有期限</source>
        <translation>No date runs for {0}</translation>
    </message>
    <message>
        <source>一审尚未裁判，或者已经生效</source>
        <translation>No first judgment, or it is in force already</translation>
    </message>
    <message>
        <source>不在二审</source>
        <translation>Not in the second instance</translation>
    </message>
    <message>
        <source>二审　{0}</source>
        <translation>2nd instance: {0}</translation>
    </message>
    <message>
        <source>先记“收到申请书（起诉状）副本”</source>
        <translation>First record that the copy was received</translation>
    </message>
    <message>
        <source>决定（裁判）所定期限还剩 {0} 个工作日，作为新的答复期限。</source>
        <translation>{0} working days are left of the period ordered: the new time to reply.</translation>
    </message>
    <message>
        <source>可以记录</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销 {0}“{1}”：阶段、期限和结果恢复到此前，操作记录保留。</source>
        <translation>Undo {0} “{1}”: stage, dates and result go back; the log keeps it.</translation>
    </message>
    <message>
        <source>撤销进展　{0}</source>
        <translation>Undo progress  {0}</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日（含休息日）</source>
        <translation>Calendar days</translation>
    </message>
    <message>
        <source>期限单位</source>
        <translation>Counted in</translation>
    </message>
    <message>
        <source>没有中止审理</source>
        <translation>It is not suspended</translation>
    </message>
    <message>
        <source>没有尚未送达的决定书（裁判文书）</source>
        <translation>No decision waits for its service</translation>
    </message>
    <message>
        <source>没有待履行的决定（裁判）</source>
        <translation>Nothing is ordered</translation>
    </message>
    <message>
        <source>没有责令的留空</source>
        <translation>Leave empty when nothing is ordered</translation>
    </message>
    <message>
        <source>现在可否</source>
        <translation>Possible now</translation>
    </message>
    <message>
        <source>现在是“{0}”，不能记这一步</source>
        <translation>Now “{0}”: this cannot follow</translation>
    </message>
    <message>
        <source>简易程序</source>
        <translation>Simple procedure</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>补记原因（当日已日结）</source>
        <translation>Reason for the late entry (that day is closed)</translation>
    </message>
    <message>
        <source>裁定</source>
        <translation>Ruling</translation>
    </message>
    <message>
        <source>裁定（不是判决）</source>
        <translation>A ruling, not a judgment</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录进展　{0}</source>
        <translation>Record progress  {0}</translation>
    </message>
    <message>
        <source>请先在列表中按 Enter 打开一件</source>
        <translation>Open one from the list with Enter first</translation>
    </message>
    <message>
        <source>请先在列表中选一件</source>
        <translation>Choose one from the list first</translation>
    </message>
    <message>
        <source>责令 {0} 个工作日内重新答复</source>
        <translation>Ordered to reply again within {0} working days</translation>
    </message>
    <message>
        <source>责令 {0} 日内重新答复</source>
        <translation>Ordered to reply again within {0} days</translation>
    </message>
    <message>
        <source>责令重新答复的期限</source>
        <translation>Time to reply again, as ordered</translation>
    </message>
    <message>
        <source>还没有可以撤销的进展</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>适用简易程序</source>
        <translation>Simple procedure</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Dealt with again</translation>
    </message>
    <message>
        <source>重新办理　{0}</source>
        <translation>Handle again  {0}</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>{0}（已由 {1} 更正）</source>
        <translation>{0} (corrected by {1})</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已出 {0} 份</source>
        <translation>{0} copies out</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>还没有文书。按“出具文书”选择种类。</source>
        <translation>No documents yet. “Issue document” offers the kinds.</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Served</translation>
    </message>
</context>
<context>
    <name>due_words</name>
    <message>
        <source>{0}（暂定）</source>
        <translation>{0} (provisional)</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>剩 {0} 个工作日</source>
        <translation>{0} working days left</translation>
    </message>
    <message>
        <source>可告知补正至</source>
        <translation>Correction notice until</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>待缴费</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting correction</translation>
    </message>
    <message>
        <source>待说明理由</source>
        <translation>awaiting reasons</translation>
    </message>
    <message>
        <source>期限停算：{0}</source>
        <translation>Period suspended: {0}</translation>
    </message>
    <message>
        <source>第{0}份征求意见书</source>
        <translation>Letter {0}</translation>
    </message>
    <message>
        <source>第{0}份意见截止</source>
        <translation>Opinion {0} until</translation>
    </message>
    <message>
        <source>缴费截止</source>
        <translation>Payment until</translation>
    </message>
    <message>
        <source>补正截止</source>
        <translation>Correction until</translation>
    </message>
    <message>
        <source>说明理由截止</source>
        <translation>Reasons until</translation>
    </message>
    <message>
        <source>超 {0} 个工作日</source>
        <translation>{0} working days overdue</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>代理人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>信息处理费</source>
        <translation>Processing fee</translation>
    </message>
    <message>
        <source>信息领域</source>
        <translation>Field of information</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>历史导入</source>
        <translation>Historical import</translation>
    </message>
    <message>
        <source>原期限</source>
        <translation>Originally due</translation>
    </message>
    <message>
        <source>原编号</source>
        <translation>Original number</translation>
    </message>
    <message>
        <source>口头原因</source>
        <translation>Oral because</translation>
    </message>
    <message>
        <source>可以申请复议至</source>
        <translation>Reconsideration until</translation>
    </message>
    <message>
        <source>可以起诉至</source>
        <translation>Lawsuit until</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>尚未送达</source>
        <translation>not served yet</translation>
    </message>
    <message>
        <source>尚未选择结果</source>
        <translation>no outcome yet</translation>
    </message>
    <message>
        <source>工作单位</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>待双方确认</source>
        <translation>Awaiting confirmation by both sides</translation>
    </message>
    <message>
        <source>所需信息</source>
        <translation>Information wanted</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>提供形式</source>
        <translation>Form wanted</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not served</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>此前申请</source>
        <translation>Earlier application</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>由咨询转来</source>
        <translation>From enquiry</translation>
    </message>
    <message>
        <source>申请事项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请内容</source>
        <translation>The request</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>登记方式</source>
        <translation>Entered as</translation>
    </message>
    <message>
        <source>第 {0} 项</source>
        <translation>Item {0}</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>获取方式</source>
        <translation>Way of delivery</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>送达与救济</source>
        <translation>Service and remedies</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>邮编</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>随附材料</source>
        <translation>Enclosures</translation>
    </message>
    <message>
        <source>（已核对原件）</source>
        <translation> (original seen)</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>fee</name>
    <message>
        <source>信息处理费　{0}</source>
        <translation>Processing fee {0}</translation>
    </message>
    <message>
        <source>决定收取</source>
        <translation>Charge it</translation>
    </message>
    <message>
        <source>决定收取（元）</source>
        <translation>Decided (yuan)</translation>
    </message>
    <message>
        <source>决定日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>单价（元）</source>
        <translation>Each (yuan)</translation>
    </message>
    <message>
        <source>只有数量、频次明显超过合理范围的才可以收取；是否收取由负责人决定（第四十二条）。</source>
        <translation>Only where number or frequency clearly exceeds what is reasonable; a supervisor decides (art. 42).</translation>
    </message>
    <message>
        <source>可以少收，不能多收</source>
        <translation>Less may be charged, never more</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>同一申请人 {0} 月此前已有 {1} 件</source>
        <translation>Same applicant, month {0}: {1} before this one</translation>
    </message>
    <message>
        <source>填写数量后显示各档金额。</source>
        <translation>The bands show once a count is typed.</translation>
    </message>
    <message>
        <source>小计（元）</source>
        <translation>Sum (yuan)</translation>
    </message>
    <message>
        <source>按标准为 {0} 元，不能多收</source>
        <translation>The tariff gives {0} yuan, no more may be charged</translation>
    </message>
    <message>
        <source>按标准合计 ¥{0}　{1}</source>
        <translation>By tariff ¥{0}  {1}</translation>
    </message>
    <message>
        <source>本件件数</source>
        <translation>Items of this one</translation>
    </message>
    <message>
        <source>本件页数</source>
        <translation>Pages of this one</translation>
    </message>
    <message>
        <source>档次</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>计收方式</source>
        <translation>Basis of the fee</translation>
    </message>
    <message>
        <source>计费明细</source>
        <translation>How the fee is reckoned</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请填写数量</source>
        <translation>Type the count</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>2008年统计报表（01—35）</source>
        <translation>Statistical return of 2008 (01–35)</translation>
    </message>
    <message>
        <source>90% 在此日数内</source>
        <translation>90 % within</translation>
    </message>
    <message>
        <source>{0} {1}：{2}</source>
        <translation>{0} {1}: {2}</translation>
    </message>
    <message>
        <source>{0} 年（中心库）：{1}</source>
        <translation>{0} (hub): {1}</translation>
    </message>
    <message>
        <source>{0} 年（定稿本）：{1}</source>
        <translation>{0} (published): {1}</translation>
    </message>
    <message>
        <source>{0} 年（登记簿）：{1}</source>
        <translation>{0} (register): {1}</translation>
    </message>
    <message>
        <source>{0} 缺 {1} 日</source>
        <translation>{0} misses {1} days</translation>
    </message>
    <message>
        <source>{0}：按上年应为 {1}，现为 {2}</source>
        <translation>{0}: {1} after last year, found {2}</translation>
    </message>
    <message>
        <source>“{0}”之和＝{1}</source>
        <translation>Sum of “{0}” = {1}</translation>
    </message>
    <message>
        <source>……共 {0} 项相加。</source>
        <translation>… {0} lines added up.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>上年结转、尚未审结与上年（定稿本）衔接</source>
        <translation>Carried in and pending go on from last year (published)</translation>
    </message>
    <message>
        <source>上年结转、尚未审结与上年（未定稿，按中心库）衔接</source>
        <translation>Carried over as last year's figures at the hub (not published) say</translation>
    </message>
    <message>
        <source>上年结转、尚未审结与上年（未定稿，按登记簿）衔接</source>
        <translation>Carried in and pending go on from last year (not published, from the register)</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>上期结转与以前各日的结余一致</source>
        <translation>Carried in equals what all days before left open</translation>
    </message>
    <message>
        <source>上期结转＋本期收到＝办结＋结转下期</source>
        <translation>Carried in + received = closed + carried out</translation>
    </message>
    <message>
        <source>上期结转＋本期收到＝办结＋结转下期（{0}）</source>
        <translation>Carried in + received = closed + carried out ({0})</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>does not fit</translation>
    </message>
    <message>
        <source>中位数</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>中心库</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>中心库收齐了 {0} 个窗口应报的日报</source>
        <translation>The hub has every day {0} windows owe</translation>
    </message>
    <message>
        <source>中心库没有窗口</source>
        <translation>The hub knows no window</translation>
    </message>
    <message>
        <source>中心库缺 {0} 个窗口日，数字不完整</source>
        <translation>{0} window-days are missing at the hub: the figures are incomplete</translation>
    </message>
    <message>
        <source>全国统一格式（2021年起）</source>
        <translation>National form (since 2021)</translation>
    </message>
    <message>
        <source>全国试行格式（2019、2020年度）</source>
        <translation>National trial form (2019, 2020)</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>减去：{0}</source>
        <translation>Less: {0}</translation>
    </message>
    <message>
        <source>办结日期与结果齐全</source>
        <translation>Closing dates and outcomes are complete</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>各窗口汇总</source>
        <translation>all windows</translation>
    </message>
    <message>
        <source>含未结日</source>
        <translation>open days too</translation>
    </message>
    <message>
        <source>在这里编写本部分文字。
Ctrl+K 插入数字，Ctrl+J 取用上年文字，Ctrl+Enter 保存。</source>
        <translation>Write this part here.
Ctrl+K inserts a figure, Ctrl+J takes last year's text, Ctrl+Enter saves.</translation>
    </message>
    <message>
        <source>培训参加人次</source>
        <translation>Attended training</translation>
    </message>
    <message>
        <source>培训次数</source>
        <translation>Training sessions</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>尚未答复</source>
        <translation>Not answered yet</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异来自未日结的日期或已登记的更正</source>
        <translation>The difference comes from days not closed or from recorded corrections</translation>
    </message>
    <message>
        <source>已登记的更正 {0} 项</source>
        <translation>{0} recorded corrections</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已结数字</source>
        <translation>Closed figures</translation>
    </message>
    <message>
        <source>已结数字与记录不符，且没有更正说明，请核对记录</source>
        <translation>Closed figures differ from the records without a correction that explains it: check the records</translation>
    </message>
    <message>
        <source>已结数字与重新统计一致</source>
        <translation>Closed figures equal a new count</translation>
    </message>
    <message>
        <source>已结数字：{0}</source>
        <translation>Closed figures: {0}</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>应为 {0}，现为 {1}</source>
        <translation>expected {0}, found {1}</translation>
    </message>
    <message>
        <source>延长期限</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>待确认：{0}</source>
        <translation>To be confirmed: {0}</translation>
    </message>
    <message>
        <source>报告文字</source>
        <translation>Text of the report</translation>
    </message>
    <message>
        <source>按期</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>收取信息处理费的件数</source>
        <translation>Applications charged</translation>
    </message>
    <message>
        <source>收取的费用（元）</source>
        <translation>Fees (yuan)</translation>
    </message>
    <message>
        <source>政府网站公开信息合计</source>
        <translation>Items on the portal, in all</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>暂存的数据包 {0} 份，没有计入</source>
        <translation>{0} packets kept aside, not counted</translation>
    </message>
    <message>
        <source>最长</source>
        <translation>Longest</translation>
    </message>
    <message>
        <source>期间数字</source>
        <translation>Figures of the period</translation>
    </message>
    <message>
        <source>未日结 {0} 天（{1}）</source>
        <translation>{0} days not closed ({1})</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>来源：中心库，{0}</source>
        <translation>Source: the hub, {0}</translation>
    </message>
    <message>
        <source>来源：原始记录，含未日结的日期</source>
        <translation>Source: the records, open days too</translation>
    </message>
    <message>
        <source>来源：已结的日报表</source>
        <translation>Source: closed days</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>构成该数字的单位、窗口和日期</source>
        <translation>Units, windows and days that make up the figure</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>没有窗口报过这个数字。</source>
        <translation>No window reported this figure.</translation>
    </message>
    <message>
        <source>由同一行或同一列的其他数字相加得出。</source>
        <translation>Sum of the other figures of its row or column.</translation>
    </message>
    <message>
        <source>登记记录数与清单一致</source>
        <translation>The records counted are those listed</translation>
    </message>
    <message>
        <source>统计期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>编号连续，无缺号（{0}）</source>
        <translation>Numbers without gaps ({0})</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>行政复议、行政诉讼合计</source>
        <translation>Reconsiderations and suits, in all</translation>
    </message>
    <message>
        <source>规章、规范性文件现行有效＝上年＋制发－废止（登记簿）</source>
        <translation>Rules and documents in force = last year + issued − repealed (register)</translation>
    </message>
    <message>
        <source>还有 {0} 份数据包没有核对，没有计入</source>
        <translation>{0} packets are not checked yet, and not counted</translation>
    </message>
    <message>
        <source>选择期间后显示数字。</source>
        <translation>Choose a period to see its figures.</translation>
    </message>
    <message>
        <source>逾期答复</source>
        <translation>Answered late</translation>
    </message>
    <message>
        <source>重新统计</source>
        <translation>Recount</translation>
    </message>
    <message>
        <source>重新统计：{0}</source>
        <translation>Counted anew: {0}</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>首年六部分格式</source>
        <translation>First-year form in six parts</translation>
    </message>
    <message>
        <source>，✗ 不一致，且未日结的日期和更正都不能说明，请核对记录</source>
        <translation>, ✗ differs, and neither open days nor corrections explain it: check the records</translation>
    </message>
    <message>
        <source>，一致</source>
        <translation>, the same</translation>
    </message>
    <message>
        <source>，差异来自{0}</source>
        <translation>; the difference comes from {0}</translation>
    </message>
    <message>
        <source>，更正 {0} 项</source>
        <translation>, {0} corrections</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>{0} 办结</source>
        <translation>Closed {0}</translation>
    </message>
    <message>
        <source>{0} 按 Ctrl+D 拟稿送审。</source>
        <translation>{0} Ctrl+D drafts it for approval.</translation>
    </message>
    <message>
        <source>{0} 送达。双方确认之日为收到之日，答复期限自次一工作日起算（第三十一条）。</source>
        <translation>Served on {0}. The day both sides confirm is the day of receipt; the period starts on the next working day (art. 31).</translation>
    </message>
    <message>
        <source>　·　</source>
        <translation>  ·  </translation>
    </message>
    <message>
        <source>其他期限</source>
        <translation>Other periods</translation>
    </message>
    <message>
        <source>出具并预览</source>
        <translation>Issue and preview</translation>
    </message>
    <message>
        <source>出具文书</source>
        <translation>Issue document</translation>
    </message>
    <message>
        <source>双方确认日期</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <source>同时出具登记回执 P01</source>
        <translation>Issue the receipt P01 as well</translation>
    </message>
    <message>
        <source>尚未送达</source>
        <translation>not served yet</translation>
    </message>
    <message>
        <source>应于 {0} 前答复　{1}</source>
        <translation>Reply due by {0}　{1}</translation>
    </message>
    <message>
        <source>拟稿　{0}</source>
        <translation>Draft {0}</translation>
    </message>
    <message>
        <source>拟稿送审</source>
        <translation>Draft for approval</translation>
    </message>
    <message>
        <source>文书种类</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>有多项申请事项，逐项选择结果</source>
        <translation>Several items, each with its own outcome</translation>
    </message>
    <message>
        <source>期限停算</source>
        <translation>Period suspended</translation>
    </message>
    <message>
        <source>确认收到</source>
        <translation>Confirm receipt</translation>
    </message>
    <message>
        <source>确认收到　{0}</source>
        <translation>Confirm receipt　{0}</translation>
    </message>
    <message>
        <source>第 {0} 项的内容还没有填全，文书要逐项写明</source>
        <translation>Item {0} is not complete: the letter has to say it of each item</translation>
    </message>
    <message>
        <source>第 {0} 项还没有办理结果，请逐项选择</source>
        <translation>Item {0} has no outcome yet</translation>
    </message>
    <message>
        <source>答复　{0}</source>
        <translation>Reply　{0}</translation>
    </message>
    <message>
        <source>答复并办结</source>
        <translation>Answer and close</translation>
    </message>
    <message>
        <source>答复日期</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>补记以前日期的答复须写明原因</source>
        <translation>An answer of an earlier date needs its reason</translation>
    </message>
    <message>
        <source>补记原因</source>
        <translation>Reason for the late entry</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请选择办理结果</source>
        <translation>Choose an outcome</translation>
    </message>
    <message>
        <source>送审批</source>
        <translation>Send for approval</translation>
    </message>
    <message>
        <source>送审批的答复须有文书，请选择文书</source>
        <translation>A reply to be approved needs its document</translation>
    </message>
</context>
<context>
    <name>find</name>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>原编号</source>
        <translation>Original number</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>复议机关或者法院</source>
        <translation>Body or court</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>案号</source>
        <translation>File number</translation>
    </message>
    <message>
        <source>概述</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请内容</source>
        <translation>The request</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Application number</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
    <message>
        <source>转往</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>领域</source>
        <translation>Topic</translation>
    </message>
</context>
<context>
    <name>handbook</name>
    <message>
        <source>使用说明</source>
        <translation>Manual</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>3个工作日内到期</source>
        <translation>Due in 3 w. days</translation>
    </message>
    <message>
        <source>3个工作日内到期 {0} 件（申请 {1}，咨询投诉 {2}）</source>
        <translation>{0} due in 3 working days ({1} applications, {2} enquiries)</translation>
    </message>
    <message>
        <source>{0} 个窗口的数据包尚不报咨询投诉的期限</source>
        <translation>{0} windows' packets do not tell yet which enquiries are due</translation>
    </message>
    <message>
        <source>{0} 共暂存 {1} 份：第一份 {2}，最后一份 {3}。</source>
        <translation>{0} has {1} kept aside: the first {2}, the last {3}.</translation>
    </message>
    <message>
        <source>{0} 日</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>{0} 等 {1} 份</source>
        <translation>{0} and more, {1} in all</translation>
    </message>
    <message>
        <source>{0} 起的期间已由 {1} 锁定：{2}</source>
        <translation>The period from {0} is locked by {1}: {2}</translation>
    </message>
    <message>
        <source>{0} 锁定：{1}</source>
        <translation>locked by {0}: {1}</translation>
    </message>
    <message>
        <source>{0}　全部 {1} 日</source>
        <translation>{0}　all {1} days</translation>
    </message>
    <message>
        <source>{0}　未报 {1} 日，迟报 {2} 日</source>
        <translation>{0}　{1} days missing, {2} late</translation>
    </message>
    <message>
        <source>{0}（{1} 天前）</source>
        <translation>{0} ({1} days ago)</translation>
    </message>
    <message>
        <source>{0}（{1} 收到）</source>
        <translation>{0} (arrived {1})</translation>
    </message>
    <message>
        <source>{0}（{1}，{2}）</source>
        <translation>{0} ({1}, {2})</translation>
    </message>
    <message>
        <source>{0}（全单位）</source>
        <translation>{0} (whole unit)</translation>
    </message>
    <message>
        <source>{0}，第 {1} 版</source>
        <translation>{0}, revision {1}</translation>
    </message>
    <message>
        <source>{0}，零报告</source>
        <translation>{0}, zero reported</translation>
    </message>
    <message>
        <source>▲ 黄灯：{0} 个窗口，{1}，{2}</source>
        <translation>▲ Yellow: {0} windows, {1}, {2}</translation>
    </message>
    <message>
        <source>● 红灯：{0} 个窗口，{1}</source>
        <translation>● Red: {0} windows, {1}</translation>
    </message>
    <message>
        <source>✓ 一致</source>
        <translation>✓ agrees</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>下次重试</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>与中心库核对</source>
        <translation>Checked with the hub</translation>
    </message>
    <message>
        <source>与已收的第 {0} 版内容不同，版本号却相同</source>
        <translation>Differs from the held revision {0} under the same number</translation>
    </message>
    <message>
        <source>业务日</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>中心库</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>中心库 {0} 的答复</source>
        <translation>The hub's answer of {0}</translation>
    </message>
    <message>
        <source>中心库在服务器上：postgresql+psycopg://登录名@服务器/库名?sslmode=verify-full；只有本机一个窗口：sqlite:///文件。网络必须加密并核对证书。</source>
        <translation>A hub on a server: postgresql+psycopg://LOGIN@SERVER/DATABASE?sslmode=verify-full; one window on this machine only: sqlite:///FILE. The network must be encrypted and the certificate checked.</translation>
    </message>
    <message>
        <source>中心库地址</source>
        <translation>Hub address</translation>
    </message>
    <message>
        <source>中心库地址由系统管理员填写。</source>
        <translation>The administrator enters the hub's address.</translation>
    </message>
    <message>
        <source>中心库退回 {0} 份日结数据，请到“报送”查看原因。</source>
        <translation>The hub returned {0} packets. See why under Reporting.</translation>
    </message>
    <message>
        <source>中心库里还没有登记窗口。用 hub enrol 登记。</source>
        <translation>No window is enrolled at the hub. Enrol with hub enrol.</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>从未报送</source>
        <translation>never</translation>
    </message>
    <message>
        <source>以往最低至最高</source>
        <translation>Usual range</translation>
    </message>
    <message>
        <source>以往没有</source>
        <translation>none before</translation>
    </message>
    <message>
        <source>例外开放</source>
        <translation>Grant an exception</translation>
    </message>
    <message>
        <source>例外开放至 {0}</source>
        <translation>open until {0}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>倍数</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>全单位</source>
        <translation>whole unit</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>全部各日</source>
        <translation>All days</translation>
    </message>
    <message>
        <source>全部窗口</source>
        <translation>All windows</translation>
    </message>
    <message>
        <source>全部结果</source>
        <translation>Any result</translation>
    </message>
    <message>
        <source>内容可能在途中损坏，或者不是这个窗口发出的。请窗口重新报送；窗口换了密钥的，由系统管理员重新登记公钥（hub enrol），登记后自动计入。</source>
        <translation>It may have been damaged on its way, or is not from this window. Let the window send again; if its key is new, the administrator enrols the public key (hub enrol) and it counts by itself.</translation>
    </message>
    <message>
        <source>前 {0} 个月</source>
        <translation>{0} months before</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>单位和窗口</source>
        <translation>Units and windows</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>及时率</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>另有 {0} 份待核验</source>
        <translation>{0} more to be checked</translation>
    </message>
    <message>
        <source>只列最近 {0} 份</source>
        <translation>Newest {0} only</translation>
    </message>
    <message>
        <source>只看单位</source>
        <translation>Units only</translation>
    </message>
    <message>
        <source>只看窗口</source>
        <translation>Windows only</translation>
    </message>
    <message>
        <source>只看迟报、未报</source>
        <translation>Late and missing only</translation>
    </message>
    <message>
        <source>各单位报送情况</source>
        <translation>How units reported</translation>
    </message>
    <message>
        <source>各窗口报送情况</source>
        <translation>How windows reported</translation>
    </message>
    <message>
        <source>同一数据包已收</source>
        <translation>The same packet is held already</translation>
    </message>
    <message>
        <source>同一日有两份内容不同而版本号相同的数据包，先收到的仍然有效。请窗口核对这一日，以更高的版本重新报送。</source>
        <translation>Two packets of one day differ under one revision; the first one stays valid. Let the window check that day and send it with a higher revision.</translation>
    </message>
    <message>
        <source>向窗口核实：确由备份恢复的，按 Ctrl+B 续接，其后的数据包随即计入；说不清的不要续接。低于已收版本的不会覆盖已收的数字。</source>
        <translation>Ask the window: if it was restored from a backup, Ctrl+B lets the chain go on and what follows counts at once; when in doubt, do not. Revisions below the held ones change no figure.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>已保存中心库地址</source>
        <translation>Hub address saved</translation>
    </message>
    <message>
        <source>已保存，不再显示；要更换时才填写</source>
        <translation>Kept, and not shown again; type only to replace it</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>shut out</translation>
    </message>
    <message>
        <source>已收到，待办公室核验后计入</source>
        <translation>Arrived; counts once the office has checked it</translation>
    </message>
    <message>
        <source>已被第 {0} 版取代</source>
        <translation>Superseded by revision {0}</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已逾期 {0} 件（申请 {1}，咨询投诉 {2}）</source>
        <translation>{0} overdue ({1} applications, {2} enquiries)</translation>
    </message>
    <message>
        <source>应报</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>开放至</source>
        <translation>Open until</translation>
    </message>
    <message>
        <source>开放至 {0}。{1}</source>
        <translation>Open until {0}. {1}</translation>
    </message>
    <message>
        <source>开放至（含当日）</source>
        <translation>Open until (included)</translation>
    </message>
    <message>
        <source>异常数字</source>
        <translation>Unusual figures</translation>
    </message>
    <message>
        <source>当日到期</source>
        <translation>Due that day</translation>
    </message>
    <message>
        <source>当日到期 {0} 件（申请 {1}，咨询投诉 {2}）</source>
        <translation>{0} due that day ({1} applications, {2} enquiries)</translation>
    </message>
    <message>
        <source>怎样处理：{0}</source>
        <translation>What to do: {0}</translation>
    </message>
    <message>
        <source>所选窗口的各日</source>
        <translation>Days of the chosen window</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>报送情况</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>按哪一日的数据包</source>
        <translation>As of the packet of</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>收到时间</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>数据包</source>
        <translation>Packets</translation>
    </message>
    <message>
        <source>数据包内容超出可登记的范围，未登记</source>
        <translation>The packet's contents are beyond what can be kept; not registered</translation>
    </message>
    <message>
        <source>数据包已完整写入，可以送交；磁盘已满，缺可读文件（PDF）{0}，请清理后再写一次，或者换一个 U 盘再写。</source>
        <translation>The packets are whole there and can be delivered. The disk is full, so the readable file (PDF) {0} is missing: make room and write once more, or write to another stick.</translation>
    </message>
    <message>
        <source>文件不需要密码</source>
        <translation>A file needs no password</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Daily close</translation>
    </message>
    <message>
        <source>日结号</source>
        <translation>Z number</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>显示的是 {0} 的答复。</source>
        <translation> Shown is the answer of {0}.</translation>
    </message>
    <message>
        <source>暂存待核</source>
        <translation>Kept aside</translation>
    </message>
    <message>
        <source>最低的 {0} 倍</source>
        <translation>{0} × the lowest</translation>
    </message>
    <message>
        <source>最近业务日</source>
        <translation>Newest day</translation>
    </message>
    <message>
        <source>最高的 {0} 倍</source>
        <translation>{0} × the highest</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>本季度</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>本窗口</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>核实是哪个窗口，由系统管理员登记（hub enrol）；登记后自动计入。已停用的不再收取。</source>
        <translation>Find out which window it is; the administrator enrols it (hub enrol) and it counts by itself. From one shut out nothing more is taken.</translation>
    </message>
    <message>
        <source>核验时间</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>止日早于起日，请改正其中一个日期</source>
        <translation>The end lies before the start: correct one of the dates</translation>
    </message>
    <message>
        <source>止（含当日）</source>
        <translation>To (included)</translation>
    </message>
    <message>
        <source>正在向中心库查询…</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>没有3个工作日内到期的申请和咨询投诉。</source>
        <translation>No application or enquiry is due within 3 working days.</translation>
    </message>
    <message>
        <source>没有暂存的数据包。</source>
        <translation>No packet is kept aside.</translation>
    </message>
    <message>
        <source>没有超出以往范围的数字。
至少有3个月的数字才能比较。</source>
        <translation>No figure is outside its usual range.
Comparing takes figures of at least 3 months.</translation>
    </message>
    <message>
        <source>没有这样的数据包。按 Ctrl+F 改换窗口、期间或者结果。</source>
        <translation>No such packets. Ctrl+F changes window, period or result.</translation>
    </message>
    <message>
        <source>没有迟报、未报的日子。</source>
        <translation>No day is late or missing.</translation>
    </message>
    <message>
        <source>没有逾期的申请和咨询投诉。</source>
        <translation>No application or enquiry is overdue.</translation>
    </message>
    <message>
        <source>没有锁定的期间，也没有例外。</source>
        <translation>No locked period and no exception.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>版本或者日数不同</source>
        <translation>revision or days differ</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>由主管办公室登记本窗口时给出；地址里不写密码</source>
        <translation>Given by the office when it enrols this window; no password in the address</translation>
    </message>
    <message>
        <source>登录密码</source>
        <translation>Login password</translation>
    </message>
    <message>
        <source>登记本窗口时，请把这个公钥交给主管办公室：
{0}</source>
        <translation>Give this public key to the office to enrol the window:
{0}</translation>
    </message>
    <message>
        <source>看这一份</source>
        <translation>Look at this one</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口或者单位</source>
        <translation>Window or unit</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>revision {0}</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>红黄灯</source>
        <translation>Red and yellow</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>经办记录</source>
        <translation>The office's acts</translation>
    </message>
    <message>
        <source>经办记录：谁，何时，因何</source>
        <translation>The office's acts: who, when, why</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Of whom</translation>
    </message>
    <message>
        <source>让一个窗口在期限内补报已锁定的日子；窗口能看到由谁、因何准予。</source>
        <translation>Lets one window send locked days up to a date; it reads who granted that and why.</translation>
    </message>
    <message>
        <source>请与窗口核实。</source>
        <translation>Ask the window.</translation>
    </message>
    <message>
        <source>请窗口在“报送”中按 Ctrl+Enter 补送前面的数据包，或者用U盘送来；到齐后自动计入，不必在这里处理。</source>
        <translation>Let the window send the packets before it (Ctrl+Enter under Reporting) or bring a stick; once complete they count by themselves. Nothing is to be done here.</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>还没有保存密码；保存在系统密码库，不写入设置</source>
        <translation>No password kept yet; it goes to the system's keyring, never into the settings</translation>
    </message>
    <message>
        <source>还没有填写中心库地址，请系统管理员填写（Ctrl+U）。</source>
        <translation>Nobody has entered the hub's address: let the administrator do it (Ctrl+U).</translation>
    </message>
    <message>
        <source>还没有数据包。日结后自动生成。</source>
        <translation>No packets yet. The close makes them.</translation>
    </message>
    <message>
        <source>还没有核对过。按 F5 向中心库查询。</source>
        <translation>Not checked yet. F5 asks the hub.</translation>
    </message>
    <message>
        <source>还没有经办记录。</source>
        <translation>Nothing has been done yet.</translation>
    </message>
    <message>
        <source>这一份不是本程序封存的样子，不会计入。请窗口的系统管理员核对，以更高的版本重新报送这一日。</source>
        <translation>This is not as our program seals it and will not count. Let the window's administrator check it and send the day with a higher revision.</translation>
    </message>
    <message>
        <source>这是练习库，数据不报送。</source>
        <translation>This is a practice store; nothing is sent.</translation>
    </message>
    <message>
        <source>连不上中心库，请检查网络；长时间不通请联系系统管理员。</source>
        <translation>The hub cannot be reached. Check the network; if it lasts, call the administrator.</translation>
    </message>
    <message>
        <source>迟报</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>选一个窗口，看它哪些日子迟报、未报。</source>
        <translation>Choose a window to see which of its days are late or missing.</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>锁定</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>锁定与例外</source>
        <translation>Locks and exceptions</translation>
    </message>
    <message>
        <source>锁定后不再收取这些日子的数据包，各窗口都能看到由谁、因何锁定。</source>
        <translation>No more packets of these days are taken; every window reads who locked them and why.</translation>
    </message>
    <message>
        <source>锁定或者例外</source>
        <translation>Lock or exception</translation>
    </message>
    <message>
        <source>锁定期间</source>
        <translation>Lock a period</translation>
    </message>
    <message>
        <source>零报告</source>
        <translation>Zero</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>齐全率</source>
        <translation>Complete</translation>
    </message>
</context>
<context>
    <name>id_number</name>
    <message>
        <source>15位一代证号码已停用，请出示18位居民身份证</source>
        <translation>15-digit first-generation numbers are no longer valid: ask for the 18-digit identity card</translation>
    </message>
    <message>
        <source>出生日期晚于今天，请核对</source>
        <translation>The date of birth lies after today, please check</translation>
    </message>
    <message>
        <source>号码中有不应出现的字符，请核对</source>
        <translation>The number contains characters that do not belong, please check</translation>
    </message>
    <message>
        <source>号码位数过多，请核对</source>
        <translation>The number is too long, please check</translation>
    </message>
    <message>
        <source>号码尚未输完</source>
        <translation>The number is incomplete</translation>
    </message>
    <message>
        <source>号码格式与所选证件类型不符，请核对证件类型或号码</source>
        <translation>The number does not have the form of the chosen document: check the kind or the number</translation>
    </message>
    <message>
        <source>带“*”的内容请整栏重新填写，或者保持不动</source>
        <translation>Contents with “*” are typed anew as a whole, or left as they are</translation>
    </message>
    <message>
        <source>校验码不符，请逐位核对号码</source>
        <translation>The check character does not match: compare each character</translation>
    </message>
    <message>
        <source>港澳台居民居住证号码应以810000、820000或830000开头</source>
        <translation>Numbers of this residence permit start with 810000, 820000 or 830000</translation>
    </message>
    <message>
        <source>第7至14位不是有效的出生日期，请核对</source>
        <translation>Characters 7 to 14 are no valid date of birth, please check</translation>
    </message>
    <message>
        <source>请填写证件号码</source>
        <translation>Enter the document number</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>“{0}”不是可用的值，可填：{1}</source>
        <translation>“{0}” is not allowed here; possible: {1}</translation>
    </message>
    <message>
        <source>“{0}”不是可用的数字，请核对</source>
        <translation>“{0}” is no usable number, please check</translation>
    </message>
    <message>
        <source>“{0}”不是有效日期，请写成 2023-01-05 的样子</source>
        <translation>“{0}” is no valid date: write it like 2023-01-05</translation>
    </message>
    <message>
        <source>“{0}”不能为负，小数位数也不能多于规定</source>
        <translation>“{0}” must not be negative nor have too many decimals</translation>
    </message>
    <message>
        <source>“{0}”在文件中重复出现，请只保留一行</source>
        <translation>“{0}” occurs more than once in the file: keep one row only</translation>
    </message>
    <message>
        <source>“{0}”超出范围，应在{1}至{2}之间</source>
        <translation>“{0}” is out of range, it must lie between {1} and {2}</translation>
    </message>
    <message>
        <source>⚠ 共 {0:,} 行，有 {1:,} 处问题，改好后才能导入</source>
        <translation>⚠ {0:,} rows with {1:,} problems: mend them to import</translation>
    </message>
    <message>
        <source>⚠ 文件只有表头，没有可导入的行</source>
        <translation>⚠ The file has only a header, no rows to import</translation>
    </message>
    <message>
        <source>⚠ 这个文件已于 {0} 导入过，再导入会重复统计</source>
        <translation>⚠ This file was imported on {0}: importing it again counts twice</translation>
    </message>
    <message>
        <source>✓ 共 {0:,} 行，没有问题，可以导入</source>
        <translation>✓ {0:,} rows without problems, ready to import</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不认识的列“{0}”，请改用下列名称之一：{1}</source>
        <translation>Unknown column “{0}”: use one of {1}</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>原期限</source>
        <translation>Originally due</translation>
    </message>
    <message>
        <source>原编号“{0}”已在登记簿中，请从文件中删去这一行</source>
        <translation>Original number “{0}” is in the register already: remove this row from the file</translation>
    </message>
    <message>
        <source>另有一列也是“{0}”，请只保留一列</source>
        <translation>Another column is also “{0}”: keep only one</translation>
    </message>
    <message>
        <source>可导入的行</source>
        <translation>Rows to import</translation>
    </message>
    <message>
        <source>号码已被表格软件当作数字，末几位已丢失；请把该列设为文本格式，按原件重新填写</source>
        <translation>The spreadsheet took this number as a figure and lost its last digits: make the column text and type it again from the original</translation>
    </message>
    <message>
        <source>填写了证件号码，请同时填写证件类型，或核对号码</source>
        <translation>A document number is given: give its kind too, or check the number</translation>
    </message>
    <message>
        <source>已写明原期限的文书</source>
        <translation>Documents that name the old date</translation>
    </message>
    <message>
        <source>已填办结日期，请同时填写结果</source>
        <translation>A closing date is given: give the outcome too</translation>
    </message>
    <message>
        <source>已填结果，请同时填写办结日期</source>
        <translation>An outcome is given: give the closing date too</translation>
    </message>
    <message>
        <source>文件前几行</source>
        <translation>First rows of the file</translation>
    </message>
    <message>
        <source>新期限</source>
        <translation>New due date</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日期“{0}”早于1949年10月1日，请核对年份</source>
        <translation>The date “{0}” lies before 1 October 1949: check the year</translation>
    </message>
    <message>
        <source>日期“{0}”早于收到（提起）之日，请核对两个日期</source>
        <translation>The date “{0}” lies before the day of receipt (filing): check both</translation>
    </message>
    <message>
        <source>日期“{0}”晚于今天，请核对</source>
        <translation>The date “{0}” lies after today, please check</translation>
    </message>
    <message>
        <source>期限变动</source>
        <translation>Changed due dates</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>此格不能为空，请补填</source>
        <translation>This cell must not be empty</translation>
    </message>
    <message>
        <source>此格存的是“是/否”，请改成文字</source>
        <translation>This cell holds a true/false value: write text instead</translation>
    </message>
    <message>
        <source>没有期限变动。</source>
        <translation>No due dates change.</translation>
    </message>
    <message>
        <source>没有问题。</source>
        <translation>No problems.</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Application number</translation>
    </message>
    <message>
        <source>缺少必需的列，请补上一列并命名为“{0}”</source>
        <translation>A required column is missing: add one called “{0}”</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>证件号码不符合校验规则，请对照原件核对；无法核对的请留空</source>
        <translation>The document number fails its check: compare with the original, leave it empty if that is impossible</translation>
    </message>
    <message>
        <source>该行有{0}格，表头只有{1}列，请检查分隔符和引号</source>
        <translation>This row has {0} cells, the header only {1} columns: check separators and quotation marks</translation>
    </message>
    <message>
        <source>选好文件后，这里显示前几行。</source>
        <translation>Once a file is chosen its first rows show here.</translation>
    </message>
    <message>
        <source>逐行问题</source>
        <translation>Problems by row</translation>
    </message>
    <message>
        <source>问题与改法</source>
        <translation>Problem and remedy</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一件申请只要一项信息时不必分列。</source>
        <translation>One piece of information needs no list.</translation>
    </message>
    <message>
        <source>不予公开的，文书要写明理由（第三十七条）</source>
        <translation>What is withheld is withheld with its reason (art. 37)</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>共 {0} 项，合计按“{1}”统计</source>
        <translation>{0} items, counted as “{1}”</translation>
    </message>
    <message>
        <source>共 {0} 项，第 {1} 项尚未选择结果</source>
        <translation>{0} items; without an outcome: {1}</translation>
    </message>
    <message>
        <source>分列日期</source>
        <translation>Listed on</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>合计结果</source>
        <translation>What they come to</translation>
    </message>
    <message>
        <source>尚未选择</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>情形</source>
        <translation>Circumstance</translation>
    </message>
    <message>
        <source>本项结果</source>
        <translation>Outcome of this item</translation>
    </message>
    <message>
        <source>每行一项：Enter 到下一栏、下一项，Delete 去掉所选的一项，Ctrl+Enter 保存。</source>
        <translation>One item a line: Enter goes on, Delete takes the chosen one away, Ctrl+Enter saves.</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>申请事项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>申请事项　{0}</source>
        <translation>Items of {0}</translation>
    </message>
    <message>
        <source>第 {0} 项没有写申请事项，请填写，或者按 Ctrl+Delete 去掉</source>
        <translation>Item {0} has no title: type it, or take it away with Ctrl+Delete</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>请写明不予公开的理由（第三十七条）</source>
        <translation>Say why it is withheld (art. 37)</translation>
    </message>
    <message>
        <source>项</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>（下一项）</source>
        <translation>(next item)</translation>
    </message>
    <message>
        <source>（区分处理的，只计部分公开；第三十七条）</source>
        <translation> (disclosed in part and no other; art. 37)</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>--carried-in 的文件应按申请人类别写明结转件数（整数），请更正文件。</source>
        <translation>The file of --carried-in gives the numbers carried over by kind of applicant, as whole numbers. Correct the file.</translation>
    </message>
    <message>
        <source>--known 请写登记编号，或者写成 序列:年=最大流水号。</source>
        <translation>For --known write a register number, or SERIES:YEAR=highest serial.</translation>
    </message>
    <message>
        <source>U 盘或者文件夹所在的磁盘已满，没有全部写入，数据仍在待报送，请清理后再写一次，或者换一个 U 盘。</source>
        <translation>The USB stick or the folder's disk is full and not everything was written; the packets still wait. Please make room and write once more, or take another stick.</translation>
    </message>
    <message>
        <source>Word 模板打不开，请换用 .docx 模板，或者不指定模板、使用自带的模板。</source>
        <translation>The Word template cannot be opened. Use a .docx template, or name none and use the one supplied.</translation>
    </message>
    <message>
        <source>Word 模板缺少这些样式：{0}。请在模板中补上，或者不指定模板、使用自带的模板。</source>
        <translation>The Word template lacks these styles: {0}. Add them to it, or name no template and use the one supplied.</translation>
    </message>
    <message>
        <source>{0} 上一次打印出来没有还没有确认，请先按 Shift+F8 在打印队列中回答。</source>
        <translation>Whether {0} came out last time has not been said yet. Press Shift+F8 and answer in the print queue first.</translation>
    </message>
    <message>
        <source>{0} 尚无信息处理费标准，不能收费，请核对日期。</source>
        <translation>On {0} there is no processing fee yet and none may be charged. Check the date.</translation>
    </message>
    <message>
        <source>{0} 尚未日结，请直接更正记录，不必登记调整。</source>
        <translation>{0} is not closed yet: correct the records themselves, no adjustment is needed.</translation>
    </message>
    <message>
        <source>{0} 已作废，不能再打印或者作废，需要时请重新签发。</source>
        <translation>{0} is void and can be neither printed nor voided again. Issue it anew if needed.</translation>
    </message>
    <message>
        <source>{0} 已作废，不能再改动，请另行登记。</source>
        <translation>{0} is void and can no longer be changed. Register it anew.</translation>
    </message>
    <message>
        <source>{0} 已办结，不必再办结，要更正请打开该件修改。</source>
        <translation>{0} is settled already and need not be settled again. Open it to correct it.</translation>
    </message>
    <message>
        <source>{0} 已在打印队列中，不会重复打印，请稍候，或者按 Shift+F8 查看。</source>
        <translation>{0} is in the print queue already and is not printed twice. Please wait, or press Shift+F8 to look.</translation>
    </message>
    <message>
        <source>{0} 已日结，不能直接改动，补登请填写补登原因，更正请由负责人登记调整。</source>
        <translation>{0} is closed and cannot be changed. For a late entry enter its reason; a correction is adjusted by a supervisor.</translation>
    </message>
    <message>
        <source>{0} 已日结，请填写补登原因，本件将记为当日调整。</source>
        <translation>{0} is closed. Enter the reason for the late entry; it becomes an adjustment of that day.</translation>
    </message>
    <message>
        <source>{0} 已经生效或者随程序提供，不能撤回，请修改后发布新的版本。</source>
        <translation>{0} is in force or came with the program and cannot be withdrawn: change it and publish a new version.</translation>
    </message>
    <message>
        <source>{0} 已转为申请 {1}，请先处理该申请，再改动本件。</source>
        <translation>{0} became application {1}. Deal with that application first, then change this record.</translation>
    </message>
    <message>
        <source>{0} 是来访的首件，请先作废同次来访的后续事项。</source>
        <translation>{0} is the first matter of a visit. Void the further matters of that visit first.</translation>
    </message>
    <message>
        <source>{0} 是根据这一步出具的，撤销前请先决定是否一并作废：请再按 Ctrl+Z，逐份选择。</source>
        <translation>{0} rests on this step. Decide first whether it is voided too: press Ctrl+Z again and choose for each.</translation>
    </message>
    <message>
        <source>{0} 没有单独的文号，请作废该件登记，文书随之作废。</source>
        <translation>{0} has no number of its own. Void the record, and the document is void with it.</translation>
    </message>
    <message>
        <source>{0} 的存档与签发时不一致，已停止打印，请联系系统管理员核对备份。</source>
        <translation>The stored {0} differs from what was issued; printing was stopped. Ask the administrator to check the backups.</translation>
    </message>
    <message>
        <source>{0} 的日期无效，请写成 2026-03-02 的样子。</source>
        <translation>The date of {0} is none. Write it as in 2026-03-02.</translation>
    </message>
    <message>
        <source>{0} 第 {1} 段“{2}”：写作 {3}，表中{4}为 {5}</source>
        <translation>{0} paragraph {1} “{2}”: says {3}, the table has {5} ({4})</translation>
    </message>
    <message>
        <source>{0} 距今超过3日，请填写补登原因。</source>
        <translation>{0} is more than 3 days ago. Enter the reason for the late entry.</translation>
    </message>
    <message>
        <source>{0} 距今过久，窗口登记不早于 {1}，请核对收到日期；旧登记簿请用“导入”。</source>
        <translation>{0} is too long ago: the window registers nothing before {1}. Check the receipt date; for old registers use “Import”.</translation>
    </message>
    <message>
        <source>{0} 还不能日结，请先处理：{1}。</source>
        <translation>{0} cannot be closed yet. Deal with these first: {1}.</translation>
    </message>
    <message>
        <source>{0} 还没有到，不能日结，请核对日期。</source>
        <translation>{0} has not come yet and cannot be closed. Check the date.</translation>
    </message>
    <message>
        <source>{0} 还没有到，请在发生当日登记，或者更正日期。</source>
        <translation>{0} has not come yet. Record it on the day it happens, or correct the date.</translation>
    </message>
    <message>
        <source>{0} 还没有确认收到，期限尚未起算，请先登记双方确认日期。</source>
        <translation>Receipt of {0} is not confirmed yet, so no period runs. Record the date both sides confirmed first.</translation>
    </message>
    <message>
        <source>{0}。无法核对的请留空，登记后告知补正。</source>
        <translation>{0}. If it cannot be verified, leave it empty and ask for correction after registering.</translation>
    </message>
    <message>
        <source>{0}。请补齐，或者勾选“资料不全，仍予登记”。</source>
        <translation>{0}. Fill it in, or tick “Register although incomplete”.</translation>
    </message>
    <message>
        <source>{0}年放假安排有误：{1}。请对照通知更正放假日和调休上班日，再重新导入。</source>
        <translation>The holiday calendar of {0} is wrong: {1}. Correct days off and make-up working days by the notice, then import again.</translation>
    </message>
    <message>
        <source>{0}等{1}项</source>
        <translation>{0} and more, {1} in all</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}，请先催报；必须定稿的，请写明数据不全的原因。</source>
        <translation>{0}. Please have them reported first; if it must be published now, say why the figures are not complete.</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>“{0}”不是中心库文件，没有改动它，请换一个文件名，或者核对路径。</source>
        <translation>“{0}” is no hub's file; it was left alone. Please choose another name, or check the path.</translation>
    </message>
    <message>
        <source>“{0}”中有字库没有的字（{1}），请换用规范字，或者用拼音注明。</source>
        <translation>“{0}” has characters no font can print ({1}). Use standard characters, or write them in pinyin.</translation>
    </message>
    <message>
        <source>“{0}”的日期不能早于 {1}，请核对日期。</source>
        <translation>The date of “{0}” cannot lie before {1}. Check the date.</translation>
    </message>
    <message>
        <source>“{0}”的日期不能早于前一步的 {1}，请核对日期。</source>
        <translation>“{0}” cannot lie before {1}, the step before it: check the date.</translation>
    </message>
    <message>
        <source>“{0}”读不出数，请写大于0的整数，只用数字，如 12。</source>
        <translation>“{0}” is no number that can be read. Write a whole number above 0 in digits, such as 12.</translation>
    </message>
    <message>
        <source>“{0}”读不出日期，请写年-月-日，如 2026-03-16。</source>
        <translation>“{0}” is no date that can be read. Write year-month-day, such as 2026-03-16.</translation>
    </message>
    <message>
        <source>“{0}”读不出金额，请写元，至多两位小数，如 380.00。</source>
        <translation>“{0}” is no sum that can be read. Write yuan with two decimals at most, such as 380.00.</translation>
    </message>
    <message>
        <source>“{0}”读不出，请从这些中选一个：{1}。</source>
        <translation>“{0}” cannot be read. Choose one of these: {1}.</translation>
    </message>
    <message>
        <source>“此前的复议”只在复议后起诉时填写，且应是本登记簿中行政复议的编号，请核对。</source>
        <translation>The earlier reconsideration is named only for a suit after reconsideration, by its number in this register: check it.</translation>
    </message>
    <message>
        <source>　{0} 缺 {1} 日</source>
        <translation>   {0} misses {1} days</translation>
    </message>
    <message>
        <source>　……共 {0} 个窗口</source>
        <translation>   … {0} windows in all</translation>
    </message>
    <message>
        <source>　没有计入的：{0}</source>
        <translation>   not counted: {0}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一个单位的汇总只能查看、导出，请选全部单位后再定稿。</source>
        <translation>One unit's figures can be looked at and exported only. Please choose all units to publish.</translation>
    </message>
    <message>
        <source>一次打印 1 至 {0} 份，请更正份数。</source>
        <translation>1 to {0} copies can be printed at once. Correct the number.</translation>
    </message>
    <message>
        <source>不予公开的事由</source>
        <translation>Ground for withholding</translation>
    </message>
    <message>
        <source>不予公开的部分</source>
        <translation>Part withheld</translation>
    </message>
    <message>
        <source>不予更正的理由</source>
        <translation>Reason for not correcting</translation>
    </message>
    <message>
        <source>不能写入 {0}，请检查权限或者 U 盘，也可以换一个文件夹。</source>
        <translation>{0} cannot be written. Check the permissions or the USB disk, or choose another folder.</translation>
    </message>
    <message>
        <source>不能读取文件夹“{0}”，请核对名称，或者重新插好 U 盘后再试。</source>
        <translation>The folder “{0}” cannot be read. Please check its name, or plug the stick in again, and try once more.</translation>
    </message>
    <message>
        <source>与此前申请的关系</source>
        <translation>Relation to an earlier application</translation>
    </message>
    <message>
        <source>与表格不同的数字说的是什么</source>
        <translation>what the differing numbers speak of</translation>
    </message>
    <message>
        <source>中心库不在本机，必须加密并核对证书，请在地址末尾加上 ?sslmode=verify-full。</source>
        <translation>The hub is not on this machine, so the line must be encrypted and the certificate checked. Please add ?sslmode=verify-full to the address.</translation>
    </message>
    <message>
        <source>中心库不接受这个登录，请核对登录名和密码；密码可能已换，或者登录已停用，请联系主管办公室。</source>
        <translation>The hub does not accept this login. Please check its name and password; the password may have been changed, or the login shut: please call the supervising office.</translation>
    </message>
    <message>
        <source>中心库不许这个登录办理此事，请由办公室人员登录办理；建库、登记和停用请用中心库管理员的登录。</source>
        <translation>The hub does not let this login do that. Please let someone of the office log in; building the hub, enrolling and revoking take the login of the hub's administrator.</translation>
    </message>
    <message>
        <source>中心库地址</source>
        <translation>hub address</translation>
    </message>
    <message>
        <source>中心库地址不对，请写成 sqlite:///文件 或者 postgresql+psycopg://用户@主机/库名。</source>
        <translation>The hub's address is wrong. Please write sqlite:///FILE or postgresql+psycopg://USER@HOST/DATABASE.</translation>
    </message>
    <message>
        <source>中心库地址的证书不对，可能不是真的中心库，未发送任何数据，请联系系统管理员。</source>
        <translation>The certificate at the hub's address is wrong: this may not be the hub. Nothing was sent. Please call the administrator.</translation>
    </message>
    <message>
        <source>中心库地址里不能写密码，请去掉密码，另行输入。</source>
        <translation>The hub's address must not hold a password. Please take it out and enter it separately.</translation>
    </message>
    <message>
        <source>中心库尚未建立或者版本不同，请系统管理员执行 hub init 或者升级程序。</source>
        <translation>The hub is not set up yet or has another version. Please let the administrator run hub init or upgrade the program.</translation>
    </message>
    <message>
        <source>中心库文件“{0}”在网络文件夹里，可能丢失数据，请改放本机磁盘，或者改用文件夹传送。</source>
        <translation>The hub file “{0}” lies on a network folder and could lose data; move it to a local disk or send packets through a folder.</translation>
    </message>
    <message>
        <source>中心库有 {0} 天的数据包没有计入</source>
        <translation>the hub has packets of {0} days that do not count</translation>
    </message>
    <message>
        <source>中心库没有办公室人员“{0}”的登录，请核对登录名。</source>
        <translation>The hub has no login of “{0}” of the office. Please check the name.</translation>
    </message>
    <message>
        <source>中心库没有登记窗口“{0}”，请先登记这个窗口。</source>
        <translation>The hub knows no window “{0}”. Please enrol it first.</translation>
    </message>
    <message>
        <source>中心库由更新版本的程序建立，请先升级本机程序。</source>
        <translation>A newer program built the hub. Please upgrade this machine's program first.</translation>
    </message>
    <message>
        <source>中心库的磁盘已满，请系统管理员清理；本机待报送的数据不会丢，之后自动报送。</source>
        <translation>The hub's disk is full. Please let its administrator make room; what waits on this machine is not lost and is sent by itself afterwards.</translation>
    </message>
    <message>
        <source>中心库的角色由服务器的另一个登录建立，“{0}”还不能管理，请服务器的超级用户先执行“GRANT hall_owner, hall_office, hall_window TO {0} WITH ADMIN OPTION”，再来一次。</source>
        <translation>The hub's roles were made by another login of the server, and “{0}” cannot manage them yet. Let the server's superuser run “GRANT hall_owner, hall_office, hall_window TO {0} WITH ADMIN OPTION” first, then do this again.</translation>
    </message>
    <message>
        <source>中心库缺 {0} 个窗口日</source>
        <translation>the hub lacks {0} window-days</translation>
    </message>
    <message>
        <source>中心库还有 {0} 个窗口日没有报来，也没到报送时限，请过了时限再定稿。</source>
        <translation>{0} window-days have not come to the hub and are not due yet. Publish once they are.</translation>
    </message>
    <message>
        <source>中心库里没有单位“{0}”的窗口，请核对单位名称。</source>
        <translation>No window of the hub belongs to the unit “{0}”. Please check its name.</translation>
    </message>
    <message>
        <source>中心库里没有这份数据包，请按 F5 刷新列表后再试。</source>
        <translation>The hub holds no such packet: press F5 and try again.</translation>
    </message>
    <message>
        <source>事项的性质</source>
        <translation>Nature of the matter</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>人次应为1至9999，同次来访的后续事项为0，请更正人次。</source>
        <translation>Persons are 1 to 9999, and 0 for further matters of a visit. Correct the persons.</translation>
    </message>
    <message>
        <source>人称</source>
        <translation>Person addressed</translation>
    </message>
    <message>
        <source>仍不明确之处</source>
        <translation>What is still unclear</translation>
    </message>
    <message>
        <source>他人刚改过 {0} 的{1}，请核对后再保存，您填的内容没有丢失。</source>
        <translation>Someone else has just changed {1} of {0}. Check before you save; what you typed is kept.</translation>
    </message>
    <message>
        <source>他人刚改过 {0}，请核对后再保存，您填的内容没有丢失。</source>
        <translation>Someone else has just changed {0}. Check before you save; what you typed is kept.</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>代理人姓名</source>
        <translation>Agent's name</translation>
    </message>
    <message>
        <source>代理人证件号码</source>
        <translation>Agent's document number</translation>
    </message>
    <message>
        <source>代理人证件类型</source>
        <translation>Agent's identity document</translation>
    </message>
    <message>
        <source>件数或者页数应为0至{0}，请更正数量。</source>
        <translation>Items or pages are 0 to {0}. Correct the count.</translation>
    </message>
    <message>
        <source>件次</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>件次应为1至9999，请更正件次。</source>
        <translation>Matters are 1 to 9999. Correct the matters.</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>作废编号</source>
        <translation>void numbers</translation>
    </message>
    <message>
        <source>保密审查认为不得公开，不能按公开办结，请另选办理结果，或者重新审查。</source>
        <translation>The confidentiality review found that this must not be disclosed: choose another outcome, or review it again.</translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>信息名称</source>
        <translation>Name of the information</translation>
    </message>
    <message>
        <source>信息处理费（元）</source>
        <translation>Processing fee (yuan)</translation>
    </message>
    <message>
        <source>信息领域</source>
        <translation>Field of information</translation>
    </message>
    <message>
        <source>修改公开指南和流程图</source>
        <translation>change the guide and the flow chart</translation>
    </message>
    <message>
        <source>修改文书格式</source>
        <translation>change wordings</translation>
    </message>
    <message>
        <source>停止计算期限</source>
        <translation>Stop the clock</translation>
    </message>
    <message>
        <source>公共利益的理由</source>
        <translation>Public interest</translation>
    </message>
    <message>
        <source>公开信息之前应先经保密审查（第十七条），请先登记“保密审查”。</source>
        <translation>Before disclosure comes the confidentiality review (art. 17): record “Confidentiality review” first.</translation>
    </message>
    <message>
        <source>公开出版物名称</source>
        <translation>Title of the publication</translation>
    </message>
    <message>
        <source>公开可能危及</source>
        <translation>What disclosure may endanger</translation>
    </message>
    <message>
        <source>公开日期</source>
        <translation>Date published</translation>
    </message>
    <message>
        <source>其后已有办理环节，或者将跨年度编号，收到日期不能再改，请作废后重新登记。</source>
        <translation>Later steps stand on the receipt date, or the number would change its year. Void this record and register it again.</translation>
    </message>
    <message>
        <source>内容中有字库没有的字（{0}），请换用规范字，或者用拼音注明。</source>
        <translation>The text has characters no font can print ({0}). Use standard characters, or write them in pinyin.</translation>
    </message>
    <message>
        <source>内部事务的方面</source>
        <translation>Kind of internal affairs</translation>
    </message>
    <message>
        <source>决定书文号</source>
        <translation>Number of the decision</translation>
    </message>
    <message>
        <source>决定公开的内容</source>
        <translation>Content to be disclosed</translation>
    </message>
    <message>
        <source>决定公开的理由</source>
        <translation>Reason for the disclosure</translation>
    </message>
    <message>
        <source>决定内容</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定收取信息处理费</source>
        <translation>decide processing fees</translation>
    </message>
    <message>
        <source>决定敏感事项</source>
        <translation>decide sensitive cases</translation>
    </message>
    <message>
        <source>决定的领导</source>
        <translation>Deciding superior</translation>
    </message>
    <message>
        <source>办公室登录名为2至30个小写字母、数字或者下划线，请改正。</source>
        <translation>An office login is 2 to 30 lower-case letters, digits or underscores. Please correct it.</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>Date settled</translation>
    </message>
    <message>
        <source>办结日期不能早于来访日期，请核对办结日期。</source>
        <translation>The date settled lies before the visit. Check the date settled.</translation>
    </message>
    <message>
        <source>办结日期晚于今天，请改为实际办结的日期。</source>
        <translation>The date settled lies after today. Enter when it really was settled.</translation>
    </message>
    <message>
        <source>勾稽关系</source>
        <translation>Identities</translation>
    </message>
    <message>
        <source>勾稽关系不符，不能日结或者导出，请先核对这些记录：{0}。</source>
        <translation>Identities do not hold: the day cannot be closed nor figures exported. Check these records first: {0}.</translation>
    </message>
    <message>
        <source>勾稽关系有{0}项不符，不能日结或者导出，请先按所列核对数字。</source>
        <translation>{0} identities do not hold: the day cannot be closed nor figures exported. Check the figures listed first.</translation>
    </message>
    <message>
        <source>协办期限</source>
        <translation>Help wanted by</translation>
    </message>
    <message>
        <source>单位请选统一社会信用代码，自然人请选个人证件</source>
        <translation>Organisations need the unified social credit code, natural persons a personal document</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原提供方式</source>
        <translation>How it was provided</translation>
    </message>
    <message>
        <source>原申请日期</source>
        <translation>Earlier application's date</translation>
    </message>
    <message>
        <source>原申请编号</source>
        <translation>Earlier application's number</translation>
    </message>
    <message>
        <source>原答复截止日</source>
        <translation>Reply due so far</translation>
    </message>
    <message>
        <source>原答复文号</source>
        <translation>Earlier reply's number</translation>
    </message>
    <message>
        <source>参加人数</source>
        <translation>Persons attending</translation>
    </message>
    <message>
        <source>参加人数应为1至99999，请更正人数。</source>
        <translation>Between 1 and 99999 persons attend. Mend the number.</translation>
    </message>
    <message>
        <source>双方确认日期</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <source>双方确认日期不能早于收到日期 {0}，请核对两个日期。</source>
        <translation>Both sides cannot have confirmed before the receipt date {0}. Check both dates.</translation>
    </message>
    <message>
        <source>反映内容</source>
        <translation>Matter raised</translation>
    </message>
    <message>
        <source>受函机关</source>
        <translation>Agency addressed</translation>
    </message>
    <message>
        <source>口头申请原因</source>
        <translation>Reason for the oral application</translation>
    </message>
    <message>
        <source>另定的答复日期应晚于 {0}（第三十五条），请改填日期。</source>
        <translation>The later date must lie after {0} (art. 35). Change it.</translation>
    </message>
    <message>
        <source>另有{0}处</source>
        <translation>{0} more</translation>
    </message>
    <message>
        <source>只有“结果纠正”才有重新答复的期限，请更正结果，或者删去期限。</source>
        <translation>Only a correcting decision orders another reply: mend the result or empty the period.</translation>
    </message>
    <message>
        <source>可以公开的部分</source>
        <translation>Part that can be disclosed</translation>
    </message>
    <message>
        <source>可能涉及的权益</source>
        <translation>Interest that may be concerned</translation>
    </message>
    <message>
        <source>各申请事项合起来应按“{1}”办结，不是“{0}”，请改选办理结果，或者核对各项。</source>
        <translation>Together the items come to “{1}”, not “{0}”. Change the outcome or check the items.</translation>
    </message>
    <message>
        <source>各项申请事项的结果不同，文书 {0} 只能说一种，请选用逐项答复的文书（A03、A18）。</source>
        <translation>The items end differently and document {0} can say one thing only. Choose a letter that goes item by item (A03, A18).</translation>
    </message>
    <message>
        <source>各项的救济方式</source>
        <translation>Remedy of the items</translation>
    </message>
    <message>
        <source>各项答复</source>
        <translation>Reply to each item</translation>
    </message>
    <message>
        <source>各项附件</source>
        <translation>Attachments of the items</translation>
    </message>
    <message>
        <source>同一申请人 {0} 提出过相同的申请（{1}），请选择与此前申请的关系：{2}。</source>
        <translation>The same applicant made the same application on {0} ({1}). Choose the relation to the earlier application: {2}.</translation>
    </message>
    <message>
        <source>同次来访的首件</source>
        <translation>First matter of the visit</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>告知补正日期</source>
        <translation>Correction requested on</translation>
    </message>
    <message>
        <source>填写已发出的最大编号</source>
        <translation>enter the highest numbers given out</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>增减应为不等于0的数，如 +1 或者 -2，请更正增减。</source>
        <translation>The change is a number other than 0, such as +1 or -2. Correct the change.</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>back up</translation>
    </message>
    <message>
        <source>备份文件“{0}”与制作时不一致，不能使用，请改用另一份备份。</source>
        <translation>The backup “{0}” is not as it was made and cannot be used. Take another backup.</translation>
    </message>
    <message>
        <source>姓名或者名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>存放位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>存档的年度报告与定稿时不一致，已停止打印，请联系系统管理员核对备份。</source>
        <translation>The stored report is not what was published; printing was stopped. Ask the administrator to check the backups.</translation>
    </message>
    <message>
        <source>安装文件 {0} 已损坏，参考文本不能打开，请联系系统管理员重新安装。</source>
        <translation>The installed file {0} is damaged and the text cannot be opened. Ask the administrator to install again.</translation>
    </message>
    <message>
        <source>定稿年度报告</source>
        <translation>publish the annual report</translation>
    </message>
    <message>
        <source>审批同意的稿与现在要签发的不一致，请按审批的稿签发，或者重新拟稿送审。</source>
        <translation>What was approved differs from what is to be issued: issue the approved draft, or draft and submit it again.</translation>
    </message>
    <message>
        <source>审批答复</source>
        <translation>approve replies</translation>
    </message>
    <message>
        <source>审查人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>审查结论</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>审核结果</source>
        <translation>Result of the examination</translation>
    </message>
    <message>
        <source>审结日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>审结日期不能早于提起日期，请核对审结日期。</source>
        <translation>The date decided lies before the date filed. Check the date decided.</translation>
    </message>
    <message>
        <source>审结日期和结果请同时填写，尚未审结的都留空。</source>
        <translation>Enter both date decided and result, or leave both empty while it is undecided.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>密码至少8个字符、不单调、不同于用户名</source>
        <translation>a password has at least 8 characters, four of them different, and is not the user name</translation>
    </message>
    <message>
        <source>密码至少8个字符、不单调、不同于用户名，请重设密码。</source>
        <translation>A password has at least 8 characters, four of them different, and is not the user name. Choose another password.</translation>
    </message>
    <message>
        <source>密钥文件里没有这个用户名，请核对用户名，或者请系统管理员重设密码。</source>
        <translation>The key file does not know this user name. Check it, or ask the administrator to set the password again.</translation>
    </message>
    <message>
        <source>导入放假安排</source>
        <translation>import the holiday calendar</translation>
    </message>
    <message>
        <source>导入登记簿</source>
        <translation>import registers</translation>
    </message>
    <message>
        <source>导出统计</source>
        <translation>export the figures</translation>
    </message>
    <message>
        <source>工作日数</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>工作日数应为1至{0}，请更正工作日数。</source>
        <translation>Working days are 1 to {0}. Correct the working days.</translation>
    </message>
    <message>
        <source>已主动公开、只告知获取途径的，不按量计收信息处理费，请另选计收方式，或者不收费。</source>
        <translation>Who is only told where it is published is not charged by pages: choose the other basis, or charge nothing.</translation>
    </message>
    <message>
        <source>已于 {0} 告知补正，补正须一次性告知，不能再次告知，请按现有材料办理。</source>
        <translation>Correction was asked for on {0}, and is asked for only once. Decide on what there is.</translation>
    </message>
    <message>
        <source>已于 {0} 延期一次，不能再次延期，请在期限内答复。</source>
        <translation>Extended once already on {0}; it cannot be extended again. Reply within the period.</translation>
    </message>
    <message>
        <source>已于 {0} 通知收费，同一申请只收费一次，请查看该次通知。</source>
        <translation>The fee was notified on {0}; an application is charged once. Look at that notice.</translation>
    </message>
    <message>
        <source>已于 {1} 登记过“{0}”，不能再次登记；登记有误的请撤销那一步。</source>
        <translation>“{0}” was recorded on {1} and is recorded once; undo that step if it was wrong.</translation>
    </message>
    <message>
        <source>已发出的最大编号</source>
        <translation>Highest number given out</translation>
    </message>
    <message>
        <source>已按第三十五条另定于 {0} 前答复，不再延期，请按该日期答复。</source>
        <translation>A later date, {0}, was set under article 35: it is not extended, reply by then.</translation>
    </message>
    <message>
        <source>已有这个用户名，请另取一个用户名。</source>
        <translation>This user name is taken. Choose another one.</translation>
    </message>
    <message>
        <source>序列 {0} 在备份中已用到 {1}，最大编号不能更小，请查登记簿后重填。</source>
        <translation>Series {0} had come to {1} in the backup; the highest number cannot be smaller. Look it up in the register and enter it again.</translation>
    </message>
    <message>
        <source>序列 {0} 的最大编号比备份中的 {1} 大得太多，请核对位数后重填。</source>
        <translation>The highest number of series {0} is far above {1}, the last in the backup. Check the digits and enter it again.</translation>
    </message>
    <message>
        <source>延期{0}个工作日超过上限，最长{1}个工作日，请改小工作日数。</source>
        <translation>An extension by {0} working days is too long: at most {1} working days. Enter fewer.</translation>
    </message>
    <message>
        <source>延期后的暂定答复截止日</source>
        <translation>Provisional due date after the extension</translation>
    </message>
    <message>
        <source>延期后的答复截止日</source>
        <translation>Reply due after the extension</translation>
    </message>
    <message>
        <source>延期日期 {0} 晚于答复期限 {1}，期满后不能延期，请核对日期。</source>
        <translation>The extension of {0} comes after the reply period ended on {1}; then it cannot be extended. Check the date.</translation>
    </message>
    <message>
        <source>延期理由</source>
        <translation>Reason of the extension</translation>
    </message>
    <message>
        <source>延长的工作日数</source>
        <translation>Working days added</translation>
    </message>
    <message>
        <source>征求意见书</source>
        <translation>Consultation letter</translation>
    </message>
    <message>
        <source>征求意见书文号</source>
        <translation>Number of the consultation letter</translation>
    </message>
    <message>
        <source>征求意见发出日期</source>
        <translation>Consultation sent on</translation>
    </message>
    <message>
        <source>征求意见的对象</source>
        <translation>Who is consulted</translation>
    </message>
    <message>
        <source>征求意见的对象类别</source>
        <translation>Kind of party asked</translation>
    </message>
    <message>
        <source>征求意见的是</source>
        <translation>Whose consultation</translation>
    </message>
    <message>
        <source>征求意见的结果</source>
        <translation>Result of the consultation</translation>
    </message>
    <message>
        <source>征求意见答复期限（工作日）</source>
        <translation>Time for the opinion (working days)</translation>
    </message>
    <message>
        <source>征求谁的意见</source>
        <translation>Party asked</translation>
    </message>
    <message>
        <source>待报送列表里没有这一份，请刷新列表后再试。</source>
        <translation>There is no such packet in the outbox; refresh the list and try again.</translation>
    </message>
    <message>
        <source>您今天没有可撤销的登记，更早的请打开该件作废。</source>
        <translation>You have entered nothing today that can be undone. Open an older record to void it.</translation>
    </message>
    <message>
        <source>您没有“{0}”的权限，请由{1}登录办理。</source>
        <translation>You have no right to {0}. Someone with this role must sign in: {1}.</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>成文日期</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>截止日期应晚于 {0}，请核对截止日期。</source>
        <translation>The last day must lie after {0}: check it.</translation>
    </message>
    <message>
        <source>所列选项之一</source>
        <translation>one of the choices listed</translation>
    </message>
    <message>
        <source>所述理由不合理的说明</source>
        <translation>Why the reasons given are unreasonable</translation>
    </message>
    <message>
        <source>所选的回答</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>所需信息</source>
        <translation>Information wanted</translation>
    </message>
    <message>
        <source>打印机“{0}”没有接受任务，请检查电源、纸张和连接后再打印，或者另存为 PDF。</source>
        <translation>The printer “{0}” did not take the job. Check power, paper and connection and print again, or save a PDF.</translation>
    </message>
    <message>
        <source>打印机“{0}”：{1}。请换一台打印机或者稍后再打印，也可以另存为 PDF。</source>
        <translation>Printer “{0}”: {1}. Choose another printer, print later, or save a PDF.</translation>
    </message>
    <message>
        <source>打印系统没有回应，请确认打印服务已启动后再打印，或者另存为 PDF。</source>
        <translation>The print system does not answer. Make sure the print service is running and print again, or save a PDF.</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>找不到 {0}，请核对编号，或者查找该件。</source>
        <translation>{0} was not found. Check the number, or search for the record.</translation>
    </message>
    <message>
        <source>找不到当日同次来访的首件，请核对编号，或者按新来访登记。</source>
        <translation>There is no such first matter of a visit that day. Check the number, or register it as a new visit.</translation>
    </message>
    <message>
        <source>找不到文件“{0}”，请核对文件名和所在文件夹。</source>
        <translation>The file “{0}” was not found. Check its name and folder.</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>承办单位或者有权机关</source>
        <translation>Unit in charge or competent body</translation>
    </message>
    <message>
        <source>报送日结数据</source>
        <translation>send closed days</translation>
    </message>
    <message>
        <source>按“{0}”答复须先经审批，请先拟稿，由负责人审批同意后再签发。</source>
        <translation>A reply “{0}” needs approval first: draft it, let a supervisor approve it, then issue it.</translation>
    </message>
    <message>
        <source>授权委托书</source>
        <translation>Letter of authority</translation>
    </message>
    <message>
        <source>提交方式</source>
        <translation>How to hand in</translation>
    </message>
    <message>
        <source>提交日期</source>
        <translation>Date submitted</translation>
    </message>
    <message>
        <source>提供形式</source>
        <translation>Form wanted</translation>
    </message>
    <message>
        <source>提供日期</source>
        <translation>Provided on</translation>
    </message>
    <message>
        <source>提供的信息名称及文号</source>
        <translation>Title and number of the information provided</translation>
    </message>
    <message>
        <source>提起日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <source>提起日期、审结日期都不能晚于今天，请核对日期。</source>
        <translation>Neither date filed nor date decided can lie after today. Check the dates.</translation>
    </message>
    <message>
        <source>撤回日期</source>
        <translation>Withdrawn on</translation>
    </message>
    <message>
        <source>撤销咨询投诉登记</source>
        <translation>undo enquiries</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>收费通知书文号</source>
        <translation>Number of the fee notice</translation>
    </message>
    <message>
        <source>收费通知应在答复期限 {1} 前送达，{0} 已逾期，请核对日期。</source>
        <translation>The fee notice is served before the reply period ends on {1}; {0} is too late. Check the date.</translation>
    </message>
    <message>
        <source>收费通知日期</source>
        <translation>Fee notified on</translation>
    </message>
    <message>
        <source>放假日</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>救济方式</source>
        <translation>Way of remedy</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>a number</translation>
    </message>
    <message>
        <source>数据不全仍然定稿的原因</source>
        <translation>Why it is published though not complete</translation>
    </message>
    <message>
        <source>数据包</source>
        <translation>packet</translation>
    </message>
    <message>
        <source>数据库正被另一个程序占用，请稍后再试，或者关闭另一个窗口。</source>
        <translation>Another program holds the store. Try again later, or close the other window.</translation>
    </message>
    <message>
        <source>数据库里已有别的用途的登录“{0}”，不能占用，请系统管理员改名后再登记。</source>
        <translation>The database has a login “{0}” for another use, which cannot be taken over. Please let the administrator rename it, then enrol again.</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>数据文件损坏，无法打开，请停止登记，联系系统管理员用最近的备份恢复。</source>
        <translation>The data file is damaged and cannot be opened. Stop registering and ask the administrator to restore the last backup.</translation>
    </message>
    <message>
        <source>数据由备份恢复，编号已暂停，请负责人在“设置”的备份页填写已发出的最大编号。</source>
        <translation>The data were restored from a backup and numbering is paused. A supervisor enters the highest numbers given out under “Settings”, backup.</translation>
    </message>
    <message>
        <source>数据由更新版本的程序写成，请升级本机程序后再打开。</source>
        <translation>The data were written by a newer program. Upgrade the program on this machine, then open them.</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>数量应为不小于0的整数，万元可有四位小数，请更正数量。</source>
        <translation>A count is a whole number from 0 on, with up to four decimals for 10,000 yuan. Correct the count.</translation>
    </message>
    <message>
        <source>文书 {0} 不使用“{1}”，请去掉；可填：{2}。</source>
        <translation>Document {0} does not use “{1}”. Leave it out; it takes: {2}.</translation>
    </message>
    <message>
        <source>文书 {0} 与本件或者办理结果不符，请另选文书种类。</source>
        <translation>Document {0} does not fit this record or its outcome. Choose another kind of document.</translation>
    </message>
    <message>
        <source>文书 {0} 交给申请人以外的人，“{1}”中出现了申请人或者代理人的姓名、证件号码或者电话，请删去后再打印。</source>
        <translation>Document {0} goes to someone other than the applicant, and “{1}” holds the name, document number or phone of the applicant or the agent: remove it, then print.</translation>
    </message>
    <message>
        <source>文书 {0} 的“{1}”应为{2}，请更正后再打印。</source>
        <translation>In document {0}, “{1}” is {2}. Correct it, then print.</translation>
    </message>
    <message>
        <source>文书 {0} 的格式缺少必备内容：{1}。现在没有生成文书，请负责人在“文书格式”中补上后再签发。</source>
        <translation>The wording of document {0} lacks what it must contain: {1}. Nothing was produced; a supervisor adds it under Wording, then issue it again.</translation>
    </message>
    <message>
        <source>文书 {0} 还缺：{1}。请先在“设置—机关信息”中补填，现在没有生成文书。</source>
        <translation>Document {0} still lacks: {1}. Enter it first under Settings – Agency; nothing was produced.</translation>
    </message>
    <message>
        <source>文书 {0} 还缺：{1}。请补填后再打印，现在没有生成文书。</source>
        <translation>Document {0} still lacks: {1}. Fill it in, then print; nothing was produced.</translation>
    </message>
    <message>
        <source>文书 {0} 逐项答复，请先按 Ctrl+E 分列两项以上的申请事项并逐项选择结果。</source>
        <translation>Document {0} answers item by item. First list two items or more with Ctrl+E and choose an outcome for each.</translation>
    </message>
    <message>
        <source>文书只能由邮政企业寄送（EMS或者挂号信），不得交其他快递企业，请另选送达方式。</source>
        <translation>Letters go by the post (EMS or registered mail), no other courier: choose another way.</translation>
    </message>
    <message>
        <source>文书格式文件 {0} 有误（{1}），更正前不能签发此类文书，请恢复原文件或者联系系统管理员。</source>
        <translation>The wording file {0} is wrong ({1}); until it is mended such documents cannot be issued. Restore the file or tell the administrator.</translation>
    </message>
    <message>
        <source>文书格式还不能生效：{0}。请更正后再发布。</source>
        <translation>The wording cannot come into force yet: {0}. Correct it, then publish.</translation>
    </message>
    <message>
        <source>文书格式还不能生效：{0}，等{1}处。请更正后再发布。</source>
        <translation>The wording cannot come into force yet: {0} ({1} in all). Correct it, then publish.</translation>
    </message>
    <message>
        <source>文书种类</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文件“{0}”不是可核对的种类，请用 xlsx、docx、html、json 或者 txt。</source>
        <translation>The file “{0}” is of no kind that can be checked. Use xlsx, docx, html, json or txt.</translation>
    </message>
    <message>
        <source>文件“{0}”不是可读的种类，请另存为 xlsx 或者 csv 后再选。</source>
        <translation>The file “{0}” is of a kind that cannot be read. Save it as xlsx or csv, then choose it.</translation>
    </message>
    <message>
        <source>文件“{0}”不是本程序认识的备份，请另选备份文件，或者先升级程序。</source>
        <translation>The file “{0}” is no backup this program knows. Choose another one, or upgrade the program first.</translation>
    </message>
    <message>
        <source>文件“{0}”不能读取（没有权限，或者是文件夹），请另选文件。</source>
        <translation>The file “{0}” cannot be read (no permission, or it is a folder). Choose another file.</translation>
    </message>
    <message>
        <source>文件“{0}”已损坏或者格式不对，请用原来的软件打开检查，另存后再选。</source>
        <translation>The file “{0}” is damaged or of another format. Open it in its own program, save it again, then choose it.</translation>
    </message>
    <message>
        <source>文件“{0}”是空的，请另选文件。</source>
        <translation>The file “{0}” is empty. Choose another file.</translation>
    </message>
    <message>
        <source>文件“{0}”的文字编码无法识别，请另存为 xlsx 或者 UTF-8 的 csv 后再选。</source>
        <translation>The text encoding of “{0}” is not known. Save it as xlsx or as csv in UTF-8, then choose it.</translation>
    </message>
    <message>
        <source>文件“{0}”过大，不是年度报告，请另选文件。</source>
        <translation>The file “{0}” is too large to be an annual report. Choose another file.</translation>
    </message>
    <message>
        <source>文件“{0}”过大，请分成几个文件再导入。</source>
        <translation>The file “{0}” is too large. Split it into several files.</translation>
    </message>
    <message>
        <source>文件只有表头，没有数据行，请另选文件。</source>
        <translation>The file has headings and no rows. Choose another file.</translation>
    </message>
    <message>
        <source>文件名请以{0}结尾。</source>
        <translation>End the file name with {0}.</translation>
    </message>
    <message>
        <source>文件夹 {0} 里已有数据库，恢复不会覆盖它，请另选空文件夹。</source>
        <translation>The folder {0} holds a store already and a restore never overwrites one. Choose an empty folder.</translation>
    </message>
    <message>
        <source>文件夹 {0} 里已有数据库，请直接登录，或者另选数据文件夹。</source>
        <translation>The folder {0} holds a store already. Sign in to it, or choose another data folder.</translation>
    </message>
    <message>
        <source>文件夹 {0} 里是正式数据库，练习数据请另选文件夹。</source>
        <translation>The folder {0} holds a real store. Choose another folder for practice data.</translation>
    </message>
    <message>
        <source>文件夹 {0} 里没有数据库，请核对数据文件夹，或者先做初始设置。</source>
        <translation>The folder {0} holds no store. Check the data folder, or set the program up first.</translation>
    </message>
    <message>
        <source>文件有{0}处错误（{1}行），一行也没有导入，请按所列逐处更正后重新导入。</source>
        <translation>The file has {0} mistakes in {1} rows and nothing was imported. Correct each one listed, then import again.</translation>
    </message>
    <message>
        <source>文件的这些列对不上：{0}。请更正表头，或者在列对应中逐列指定。</source>
        <translation>These columns of the file cannot be matched: {0}. Correct the headings, or assign the columns one by one.</translation>
    </message>
    <message>
        <source>文件里没有可核对的年度报告（找不到表三，也没有首年报告的数字），请另选文件。</source>
        <translation>The file holds no annual report to check (neither table 3 nor a first year's figures). Choose another file.</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>a text</translation>
    </message>
    <message>
        <source>文字与表格不一致，不能定稿：{0}。请更正文字；说的是上年、其他机关的，请写明。</source>
        <translation>The text differs from the tables and is not published: {0}. Correct it, or say what it speaks of (last year, another office).</translation>
    </message>
    <message>
        <source>文字没有改动，不必发布，请先修改。</source>
        <translation>No word was changed: there is nothing to publish. Change it first.</translation>
    </message>
    <message>
        <source>新版本最早从 {0} 起生效，不能早于今天和前一版本，请更改生效日期。</source>
        <translation>A new version comes into force on {0} at the earliest, not before today or the version it follows: change the date.</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>施行日期不能早于上一版的 {0}，请更正施行日期。</source>
        <translation>An edition cannot be in force before the last one, {0}: mend the date.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>日报表没有这个项目，或者它由计算得出、不能调整，请另选项目。</source>
        <translation>The day sheet has no such line, or it is computed and cannot be adjusted. Choose another line.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>日期 {0} 晚于今天，请改为实际收到或者确认的日期。</source>
        <translation>{0} lies after today. Enter the date it was really received or confirmed.</translation>
    </message>
    <message>
        <source>日期晚于今天，请改为实际日期。</source>
        <translation>The date lies after today. Enter the real one.</translation>
    </message>
    <message>
        <source>日期晚于今天，请改为数据所属的日期。</source>
        <translation>The date lies after today. Enter the day the count belongs to.</translation>
    </message>
    <message>
        <source>日期超出工作日历（{0} 至 {1}），请核对收到日期，或者导入该年度的放假安排。</source>
        <translation>The date lies outside the working calendar ({0} to {1}). Check the receipt date, or import that year's holiday calendar.</translation>
    </message>
    <message>
        <source>日期，如 2026-03-02</source>
        <translation>a date such as 2026-03-02</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>close the day</translation>
    </message>
    <message>
        <source>暂定答复期限</source>
        <translation>Provisional reply period</translation>
    </message>
    <message>
        <source>更改设置</source>
        <translation>change the settings</translation>
    </message>
    <message>
        <source>更正后的内容</source>
        <translation>Content after the correction</translation>
    </message>
    <message>
        <source>有 {0} 份征求意见书等待送达，请选择这份文书是征求哪一方意见的。</source>
        <translation>{0} consultations wait for their letter. Choose which of them this document belongs to.</translation>
    </message>
    <message>
        <source>有印不出的字，请换一种写法</source>
        <translation>some characters cannot be printed, write it another way</translation>
    </message>
    <message>
        <source>有管辖权的法院</source>
        <translation>Court with jurisdiction</translation>
    </message>
    <message>
        <source>服务器上没有数据库“{0}”，请核对地址末尾的库名，或者先建立数据库（createdb）再来一次。</source>
        <translation>The server has no database “{0}”. Please check the name at the end of the address, or make the database first (createdb) and do this again.</translation>
    </message>
    <message>
        <source>期间的止日不能早于起日，请核对两个日期。</source>
        <translation>The last day of the period lies before the first. Check both dates.</translation>
    </message>
    <message>
        <source>本人拟的稿不能由本人审批，请由另一位负责人审批。</source>
        <translation>Nobody approves his own draft: let another supervisor do it.</translation>
    </message>
    <message>
        <source>本件已报请 {0} 决定，尚未作出决定，请先登记“领导决定”。</source>
        <translation>This case was put before {0}, who has not decided yet: record “Superior decided” first.</translation>
    </message>
    <message>
        <source>本件已签发补正告知书 {0}，补正须一次性告知，不能再发；原件有误的请先作废，再在期限内重新签发。</source>
        <translation>Correction notice {0} was issued for this case, and it is given once; if it was wrong, void it first, then issue it again within the time.</translation>
    </message>
    <message>
        <source>本件已逐步记录进展，审结日期和结果由进展得出，请用“记录进展”或者“撤销进展”更改。</source>
        <translation>The result follows from the progress recorded: record or undo progress instead.</translation>
    </message>
    <message>
        <source>本件报请 {0} 决定，请登记其本人的决定，或者撤销报请后另行报请。</source>
        <translation>The case was put before {0}: record that superior's decision, or take the escalation back first.</translation>
    </message>
    <message>
        <source>本件现为“{0}”，不能按“{1}”办结，请另选办理结果。</source>
        <translation>This is “{0}” now and cannot be closed as “{1}”. Choose another outcome.</translation>
    </message>
    <message>
        <source>本件现为“{0}”，不能登记“{1}”，请改选其他环节。</source>
        <translation>This is “{0}” now, so “{1}” cannot be recorded. Choose another step.</translation>
    </message>
    <message>
        <source>本件现为“{0}”，不能记“{1}”，请改选其他进展。</source>
        <translation>It is now “{0}”: “{1}” cannot follow. Choose another.</translation>
    </message>
    <message>
        <source>本件现在不能这样选择，请从上一问重新选择。</source>
        <translation>This case cannot take that answer now. Choose again from the question before.</translation>
    </message>
    <message>
        <source>本年还有 {0} 天没有日结，数字还会变动，请日结后再定稿。</source>
        <translation>{0} days of the year are not closed and could still change. Close them before publishing.</translation>
    </message>
    <message>
        <source>本文书已打印过，请填写补打原因。</source>
        <translation>This document was printed already. Enter the reason for the reprint.</translation>
    </message>
    <message>
        <source>机关代码</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>机关代码为2至12位数字或者字母，如 SQ01</source>
        <translation>the agency code is 2 to 12 digits or letters, such as SQ01</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>Full name of the agency</translation>
    </message>
    <message>
        <source>机关全称不能为空</source>
        <translation>the agency's full name cannot be empty</translation>
    </message>
    <message>
        <source>机关地址</source>
        <translation>Agency's address</translation>
    </message>
    <message>
        <source>机关联系人</source>
        <translation>Agency's contact person</translation>
    </message>
    <message>
        <source>机关联系电话</source>
        <translation>Agency's telephone</translation>
    </message>
    <message>
        <source>条款（如第三十五条第二款）</source>
        <translation>Article (such as 第三十五条第二款)</translation>
    </message>
    <message>
        <source>条款，如 第三十五条第二款</source>
        <translation>an article, such as 第三十五条第二款</translation>
    </message>
    <message>
        <source>来访时间</source>
        <translation>Visit at</translation>
    </message>
    <message>
        <source>来访时间晚于现在，请改为实际来访的时间。</source>
        <translation>The time of the visit lies after now. Enter when the visit really was.</translation>
    </message>
    <message>
        <source>来访时间距今超过一年，请核对年份；旧登记簿请用“导入”。</source>
        <translation>The visit is more than a year ago. Check the year; for old registers use “Import”.</translation>
    </message>
    <message>
        <source>查看各窗口报送</source>
        <translation>see what windows reported</translation>
    </message>
    <message>
        <source>查看完整个人信息</source>
        <translation>see personal data in clear</translation>
    </message>
    <message>
        <source>查看当日未结表</source>
        <translation>see the interim sheet</translation>
    </message>
    <message>
        <source>查看申请档案</source>
        <translation>see application files</translation>
    </message>
    <message>
        <source>查看统计</source>
        <translation>see the figures</translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation>How to ask after an application</translation>
    </message>
    <message>
        <source>查询机构</source>
        <translation>Body to query</translation>
    </message>
    <message>
        <source>查询机构地址、电话</source>
        <translation>Address and phone of the body to query</translation>
    </message>
    <message>
        <source>检索人</source>
        <translation>Searched by</translation>
    </message>
    <message>
        <source>检索关键词</source>
        <translation>Search keywords</translation>
    </message>
    <message>
        <source>检索日期</source>
        <translation>Searched on</translation>
    </message>
    <message>
        <source>检索范围</source>
        <translation>Where was searched</translation>
    </message>
    <message>
        <source>止日应在起日之后，例外的截止日不能早于今天，请改正日期。</source>
        <translation>A period ends after it begins, and an exception stands at least for today. Please correct the dates.</translation>
    </message>
    <message>
        <source>正式数据库只按电脑时间登记，请去掉 --today。</source>
        <translation>A real store goes by the machine's clock. Leave out --today.</translation>
    </message>
    <message>
        <source>此前的复议</source>
        <translation>Earlier reconsideration</translation>
    </message>
    <message>
        <source>段落</source>
        <translation>Paragraphs</translation>
    </message>
    <message>
        <source>没有可撤销的环节，登记有误请作废本件。</source>
        <translation>There is no step to undo. If the record is wrong, void it.</translation>
    </message>
    <message>
        <source>没有对应的征求意见书，请先登记发出，再登记送达或者意见。</source>
        <translation>There is no such consultation letter. Record that it was sent, then its delivery or the opinion.</translation>
    </message>
    <message>
        <source>没有文书种类“{0}”，请从列表中选择。</source>
        <translation>There is no kind of document “{0}”. Choose one from the list.</translation>
    </message>
    <message>
        <source>没有文件夹“{0}”，请先建立文件夹，或者核对中心库文件的路径。</source>
        <translation>There is no folder “{0}”. Please make it first, or check the path of the hub's file.</translation>
    </message>
    <message>
        <source>没有编号序列 {0}，请从所列序列中选择。</source>
        <translation>There is no series {0}. Choose one of those listed.</translation>
    </message>
    <message>
        <source>没有规则“{0}”，适用条例请从这些中选：{1}。</source>
        <translation>There is no regulation “{0}”. Choose one of: {1}.</translation>
    </message>
    <message>
        <source>没有这些数字占位：{0}。可用的有：{1}。请更正后再保存。</source>
        <translation>There are no such slots: {0}. Known ones: {1}. Mend the text and save again.</translation>
    </message>
    <message>
        <source>没有这名人员，或者刚被他人改过，请刷新列表后再改。</source>
        <translation>There is no such clerk, or someone else has just changed the entry. Refresh the list, then change it.</translation>
    </message>
    <message>
        <source>没有这种年度报告格式，请从这些格式中选择：{0}。</source>
        <translation>There is no such form of the annual report. Choose one of these: {0}.</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>法律、行政法规名称</source>
        <translation>Name of the law or regulation</translation>
    </message>
    <message>
        <source>涉及内容摘要</source>
        <translation>Summary of the content concerned</translation>
    </message>
    <message>
        <source>涉及的第三方权益</source>
        <translation>Third party's right concerned</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>渠道及联系方式</source>
        <translation>Right channel and its contact</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>用户名为2至32个文字、字母或者数字</source>
        <translation>a user name is 2 to 32 characters, letters or digits</translation>
    </message>
    <message>
        <source>用户名或者密码不对，请重新输入。</source>
        <translation>User name or password is wrong. Enter them again.</translation>
    </message>
    <message>
        <source>申请事项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>申请人可在 {0} 前补正或者缴费，期满后才能按逾期办结，请核对日期。</source>
        <translation>The applicant may correct or pay until {0}; only after that day the case lapses. Check the date.</translation>
    </message>
    <message>
        <source>申请人类别</source>
        <translation>Kind of applicant</translation>
    </message>
    <message>
        <source>申请件数</source>
        <translation>Number of applications</translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation>Application number</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>电脑或者设备出了问题（{0}），请稍后再试，仍不行请联系系统管理员。</source>
        <translation>The machine or a device failed ({0}). Try again; if it goes on, tell the administrator.</translation>
    </message>
    <message>
        <source>电脑时间早于上一笔记录（{0}），已停止编号，请校准时间，或者由负责人确认时间无误。</source>
        <translation>The machine's clock stands before the last entry ({0}); numbering is paused. Set the clock, or let a supervisor confirm it.</translation>
    </message>
    <message>
        <source>登记“{0}”之前，请先登记“{1}”。</source>
        <translation>Before “{0}” record “{1}” first.</translation>
    </message>
    <message>
        <source>登记“{0}”还缺{1}，请补填。</source>
        <translation>“{0}” still lacks: {1}. Fill it in.</translation>
    </message>
    <message>
        <source>登记主动公开数据</source>
        <translation>enter counts</translation>
    </message>
    <message>
        <source>登记办理环节</source>
        <translation>record steps</translation>
    </message>
    <message>
        <source>登记办理结果</source>
        <translation>record outcomes</translation>
    </message>
    <message>
        <source>登记咨询投诉</source>
        <translation>register enquiries</translation>
    </message>
    <message>
        <source>登记复议诉讼</source>
        <translation>record disputes</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Date registered</translation>
    </message>
    <message>
        <source>登记申请</source>
        <translation>register applications</translation>
    </message>
    <message>
        <source>目录没有写明 {0} 的公开位置，不能引用，请先补填位置再导入目录。</source>
        <translation>The catalogue does not tell where {0} is published, so it cannot be cited. Add its place and import again.</translation>
    </message>
    <message>
        <source>确认电脑时间</source>
        <translation>confirm the clock</translation>
    </message>
    <message>
        <source>磁盘已满，这一步没有保存，您填的内容还在。请清理磁盘后再保存。</source>
        <translation>The disk is full: this step was not saved, what you typed is still here. Free some space, then save again.</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>称谓</source>
        <translation>Form of address</translation>
    </message>
    <message>
        <source>程序自带的字体缺失或者损坏（{0}），请重新安装程序，已登记的数据不受影响。</source>
        <translation>A font of the program is missing or damaged ({0}). Install the program again; what was registered is not affected.</translation>
    </message>
    <message>
        <source>程序资料文件 {0} 损坏（{1}），请重新安装程序，已登记的数据不受影响。</source>
        <translation>The program's data file {0} is damaged ({1}). Install the program again; what was registered is not affected.</translation>
    </message>
    <message>
        <source>窗口公钥</source>
        <translation>window's public key</translation>
    </message>
    <message>
        <source>窗口公钥不完整，请在窗口重新复制公钥后再登记。</source>
        <translation>The window's public key is not whole. Please copy it again at the window.</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Window number</translation>
    </message>
    <message>
        <source>窗口号为 W 加2至4位数字，如 W01</source>
        <translation>the window number is W and 2 to 4 digits, such as W01</translation>
    </message>
    <message>
        <source>窗口名为机关代码加窗口号，如 SL01-W01，请改正。</source>
        <translation>A window's name is the agency's code and the window's own, such as SL01-W01. Please correct it.</translation>
    </message>
    <message>
        <source>第{0}项不能是“{1}”：它了结的是整件申请，不是其中一项，请另选第{0}项的结果。</source>
        <translation>Item {0} cannot be “{1}”: that ends the whole application and no single item. Choose another outcome for item {0}.</translation>
    </message>
    <message>
        <source>第{0}项申请事项还没有办理结果，请逐项选择。</source>
        <translation>Item {0} has no outcome yet. Choose one for each.</translation>
    </message>
    <message>
        <source>第{0}项申请事项还缺：{1}。文书要逐项写明，请补填后再签发，现在没有生成文书。</source>
        <translation>Item {0} still lacks: {1}. The letter has to say it of each item. Fill it in, then issue; nothing was drawn.</translation>
    </message>
    <message>
        <source>第三方</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>第三方不同意公开，全部公开的请填写公共利益的理由（第三十二条），或者另选办理结果。</source>
        <translation>A third party objects. To disclose everything state the overriding public interest (art. 32), or choose another outcome.</translation>
    </message>
    <message>
        <source>第三方意见</source>
        <translation>Third party's decision</translation>
    </message>
    <message>
        <source>第三方是个人还是单位</source>
        <translation>Is the third party a person or an organisation</translation>
    </message>
    <message>
        <source>第三方的意见</source>
        <translation>Third party's opinion</translation>
    </message>
    <message>
        <source>答复内容</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>签发文书</source>
        <translation>issue documents</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>管理人员</source>
        <translation>manage clerks</translation>
    </message>
    <message>
        <source>管理报送中心</source>
        <translation>administer the hub</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>索引号</source>
        <translation>Index number</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>经过文件</source>
        <translation>Events file</translation>
    </message>
    <message>
        <source>经过文件应为一个列表，每条写明 act 和 on，请更正文件。</source>
        <translation>The events file is to be a list whose entries have act and on. Correct the file.</translation>
    </message>
    <message>
        <source>经过文件第{0}条应写明 act 和 on，请更正文件。</source>
        <translation>Entry {0} of the events file needs act and on. Correct the file.</translation>
    </message>
    <message>
        <source>经过文件第{0}条的“{1}”无法识别，请更正文件。</source>
        <translation>In entry {0} of the events file “{1}” cannot be read. Correct the file.</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>统计区间</source>
        <translation>Period counted</translation>
    </message>
    <message>
        <source>编写年度报告</source>
        <translation>write the annual report</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编号含年度，来访时间不能改到另一年，请作废本件后重新登记。</source>
        <translation>The number bears its year, so the visit cannot move to another year. Void this record and register it again.</translation>
    </message>
    <message>
        <source>缴款识别码</source>
        <translation>Payment code</translation>
    </message>
    <message>
        <source>缴费截止日</source>
        <translation>Payment due</translation>
    </message>
    <message>
        <source>缴费方式</source>
        <translation>Way of payment</translation>
    </message>
    <message>
        <source>缴费期限（工作日）</source>
        <translation>Time to pay (working days)</translation>
    </message>
    <message>
        <source>缺少{0}年的放假安排，请先导入该年度的放假安排。</source>
        <translation>The holiday calendar of {0} is missing. Import that year first.</translation>
    </message>
    <message>
        <source>网上送达</source>
        <translation>Served on-line</translation>
    </message>
    <message>
        <source>网址、公报期号或者查阅点</source>
        <translation>Web address, gazette issue or reading point</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>联系地址</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>至少要留一名在岗的系统管理员，请先把该角色交给别人。</source>
        <translation>At least one active administrator must stay. Give that role to someone else first.</translation>
    </message>
    <message>
        <source>花括号内的“{0}”没有对应的内容，请改为可用的名称（按 F1 查看）。</source>
        <translation>Nothing fills “{0}” in braces: use a known name (F1 lists them).</translation>
    </message>
    <message>
        <source>获取方式</source>
        <translation>Way of delivery</translation>
    </message>
    <message>
        <source>行政复议机关</source>
        <translation>Reconsideration body</translation>
    </message>
    <message>
        <source>行政复议网上申请渠道</source>
        <translation>Online reconsideration</translation>
    </message>
    <message>
        <source>行政查询事项的救济方式</source>
        <translation>Remedy for administrative queries</translation>
    </message>
    <message>
        <source>补打文书</source>
        <translation>reprint documents</translation>
    </message>
    <message>
        <source>补正告知书文号</source>
        <translation>Number of the correction notice</translation>
    </message>
    <message>
        <source>补正告知最迟应于 {1} 作出，{0} 已逾期，不能再发补正告知书；请核对日期，或者电话、当面指导申请人说明，在答复期限内按现有内容答复（必要时先延期）。</source>
        <translation>The correction notice was due on {1} at the latest; {0} is too late and no notice can be issued. Check the date, or help the applicant explain by phone or in person and reply to what was applied for within the period (extend it first if need be).</translation>
    </message>
    <message>
        <source>补正截止日</source>
        <translation>Correction due</translation>
    </message>
    <message>
        <source>补正指引</source>
        <translation>Guidance for the correction</translation>
    </message>
    <message>
        <source>补正日期</source>
        <translation>Corrected on</translation>
    </message>
    <message>
        <source>补登以前的来访，请填写补登原因。</source>
        <translation>An earlier visit is entered late. Enter the reason for the late entry.</translation>
    </message>
    <message>
        <source>补登原因</source>
        <translation>Reason for the late entry</translation>
    </message>
    <message>
        <source>被征求意见方可在 {0} 前答复，期满后才能登记“逾期未提出意见”，请核对日期。</source>
        <translation>The party asked may answer until {0}; its silence counts after that day. Check the date.</translation>
    </message>
    <message>
        <source>被更正的文书</source>
        <translation>Document corrected</translation>
    </message>
    <message>
        <source>要求更正的记录</source>
        <translation>Record to be corrected</translation>
    </message>
    <message>
        <source>要求的内容</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>计收方式</source>
        <translation>Basis of the fee</translation>
    </message>
    <message>
        <source>计费明细</source>
        <translation>How the fee is reckoned</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>证件名称及号码</source>
        <translation>Identity document and number</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Identity document</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>评价为1至5级，请另选，或者留空。</source>
        <translation>A rating is 1 to 5. Choose another, or leave it empty.</translation>
    </message>
    <message>
        <source>该文书不在送达途中：尚未送出、已退回或者已送达，请核对文书。</source>
        <translation>This letter is not on its way: not sent, returned or served. Check which one is meant.</translation>
    </message>
    <message>
        <source>该文书已于 {0} 送出，尚未送达或者退回，请先登记结果。</source>
        <translation>This letter went out on {0} and has neither arrived nor come back: record that first.</translation>
    </message>
    <message>
        <source>该文书已于 {0} 送达，不必再送；登记有误的请撤销那一步。</source>
        <translation>This letter was served on {0}; if that was recorded in error, undo the step.</translation>
    </message>
    <message>
        <source>说明理由期限</source>
        <translation>Reasons due</translation>
    </message>
    <message>
        <source>请为每个编号序列填写已发出的最大编号，还缺：{0}。</source>
        <translation>Enter the highest number given out for each series. Still missing: {0}.</translation>
    </message>
    <message>
        <source>请先在“设置”中填写有管辖权的法院，再签发文书。</source>
        <translation>Enter the court with jurisdiction under “Settings” first, then issue the document.</translation>
    </message>
    <message>
        <source>请先在“设置”中填写行政复议机关，再签发文书。</source>
        <translation>Enter the reconsideration body under “Settings” first, then issue the document.</translation>
    </message>
    <message>
        <source>请写明移出打印队列的原因，文书仍列为未打印。</source>
        <translation>Say why it leaves the print queue; the document stays listed as not printed.</translation>
    </message>
    <message>
        <source>请填写{0}。</source>
        <translation>Fill in: {0}.</translation>
    </message>
    <message>
        <source>请填写{0}，缺了不能登记。</source>
        <translation>Fill in {0}: it cannot be registered without.</translation>
    </message>
    <message>
        <source>请填写作废原因。</source>
        <translation>Enter the reason for voiding.</translation>
    </message>
    <message>
        <source>请填写修改原因，它与新版本一起保存。</source>
        <translation>Enter why it was changed; the reason is kept with the new version.</translation>
    </message>
    <message>
        <source>请填写修订说明。</source>
        <translation>Give the reason of the edition.</translation>
    </message>
    <message>
        <source>请填写原因。</source>
        <translation>Enter the reason.</translation>
    </message>
    <message>
        <source>请填写延长的工作日数，至少1个工作日。</source>
        <translation>Enter by how many working days the period is extended, at least 1.</translation>
    </message>
    <message>
        <source>请填写撤回原因。</source>
        <translation>Enter the reason for the withdrawal.</translation>
    </message>
    <message>
        <source>请填写机关全称，每份文书都要写明。</source>
        <translation>Enter the agency's full name: every document bears it.</translation>
    </message>
    <message>
        <source>请填写调整原因。</source>
        <translation>Enter the reason for the adjustment.</translation>
    </message>
    <message>
        <source>请改正：{0}。</source>
        <translation>Please correct: {0}.</translation>
    </message>
    <message>
        <source>请至少选择一个角色。</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <source>请补填</source>
        <translation>please fill it in</translation>
    </message>
    <message>
        <source>请选择决定（裁判）的结果。</source>
        <translation>Choose the result of the decision.</translation>
    </message>
    <message>
        <source>请选择办理结果。</source>
        <translation>Choose the outcome.</translation>
    </message>
    <message>
        <source>调休上班日</source>
        <translation>Make-up working days</translation>
    </message>
    <message>
        <source>调整已日结的数字</source>
        <translation>adjust a closed day</translation>
    </message>
    <message>
        <source>负责公开的机关</source>
        <translation>Agency responsible for disclosure</translation>
    </message>
    <message>
        <source>负责公开的机关的联系方式</source>
        <translation>Contact of the agency responsible</translation>
    </message>
    <message>
        <source>资料种类（如工商登记、不动产登记）</source>
        <translation>Kind of records (such as business or property registration)</translation>
    </message>
    <message>
        <source>转送的机关</source>
        <translation>Agency it was passed to</translation>
    </message>
    <message>
        <source>过程性信息的种类</source>
        <translation>Kind of process information</translation>
    </message>
    <message>
        <source>还没有任何放假安排，请先导入放假安排。</source>
        <translation>There is no holiday calendar at all. Import one first.</translation>
    </message>
    <message>
        <source>还没有可以撤销的进展，请先记录进展。</source>
        <translation>There is nothing to undo yet: record progress first.</translation>
    </message>
    <message>
        <source>还没有填写中心库地址，请在“报送”中填写（Ctrl+U），或者用 --hub 给出。</source>
        <translation>No hub address yet. Enter it under Reporting (Ctrl+U), or give --hub.</translation>
    </message>
    <message>
        <source>还缺{0}</source>
        <translation>{0} missing</translation>
    </message>
    <message>
        <source>还缺{0}，不能发布，请到“设置—机关信息”填写后再发布。</source>
        <translation>Missing: {0}. Fill them in under Settings, Agency, then publish.</translation>
    </message>
    <message>
        <source>这一步没有办成，请核对“{0}”后再试（{1}）。</source>
        <translation>This step was not done. Check “{0}” and try again ({1}).</translation>
    </message>
    <message>
        <source>这一步没有办成，请核对内容后再试（{0}）。</source>
        <translation>This step was not done. Check the entries and try again ({0}).</translation>
    </message>
    <message>
        <source>这不是日结数据包，或者文件已损坏（{0}）。请在原窗口重新导出后再试。</source>
        <translation>This is no day packet, or the file is damaged ({0}). Export it again at its window and retry.</translation>
    </message>
    <message>
        <source>这个公钥已登记给窗口“{0}”，每个窗口用自己的密钥，请核对公钥；窗口改号的先停用旧窗口。</source>
        <translation>This public key is enrolled for window “{0}”; each window has a key of its own. Please check the key; a window that changed its name is revoked under the old one first.</translation>
    </message>
    <message>
        <source>这个文件已于 {0} 导入，不能重复导入，请另选文件。</source>
        <translation>This file was imported on {0} and cannot be imported twice. Choose another file.</translation>
    </message>
    <message>
        <source>这个窗口没有还未用到的续接，不用撤回，请核对窗口号。</source>
        <translation>This window has no unused leave to go on: nothing is to be withdrawn. Please check the window.</translation>
    </message>
    <message>
        <source>这些日子没有锁定，不用解锁，请核对日期。</source>
        <translation>These days are not locked; there is nothing to unlock. Please check the dates.</translation>
    </message>
    <message>
        <source>这份年度报告已经定稿，再次定稿请填写原因。</source>
        <translation>This report was published already. Give a reason for another edition.</translation>
    </message>
    <message>
        <source>这份征求意见书的这一步已登记过，请另选一份，或者用新编号登记发出。</source>
        <translation>This step of the consultation letter is recorded already. Choose another letter, or record a new one as sent.</translation>
    </message>
    <message>
        <source>这份数据包与封存时不一致，不能发送，请停止使用本机数据，联系系统管理员核对备份。</source>
        <translation>This packet is not what was sealed and cannot be sent; stop using this store and ask the administrator to check the backup.</translation>
    </message>
    <message>
        <source>这份数据包无法读取，可能在途中损坏，或者不是本程序发出的，请与窗口核实后由窗口重新报送。</source>
        <translation>This packet cannot be read: damaged on its way, or not from our program. Ask the window and let it send again.</translation>
    </message>
    <message>
        <source>这是练习库，数据不报送，请登录正式数据库后再报送。</source>
        <translation>This is a practice store, nothing of it is sent; sign in to the real store to send.</translation>
    </message>
    <message>
        <source>这次打印已有结果，已记入打印记录，请按 F5 刷新。</source>
        <translation>What became of this print is known and logged. Press F5 to refresh.</translation>
    </message>
    <message>
        <source>这种格式没有要编写的“{0}”部分，请另选部分。</source>
        <translation>This form has no part “{0}” to be written. Choose another part.</translation>
    </message>
    <message>
        <source>这笔数据已被撤回，请刷新列表。</source>
        <translation>This count was withdrawn already. Refresh the list.</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>连不上中心库，请稍后再试；本机待报送的数据不会丢，连通后自动报送；长时间不通请联系系统管理员。</source>
        <translation>The hub cannot be reached. Please try again later; what waits on this machine is not lost and is sent by itself once there is a way. If this goes on, please call the administrator.</translation>
    </message>
    <message>
        <source>送达人</source>
        <translation>Served by</translation>
    </message>
    <message>
        <source>送达凭证</source>
        <translation>Proof of service</translation>
    </message>
    <message>
        <source>送达地点</source>
        <translation>Place of service</translation>
    </message>
    <message>
        <source>送达文书名称</source>
        <translation>Title of the document served</translation>
    </message>
    <message>
        <source>送达文书文号</source>
        <translation>Number of the document served</translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation>Manner of service</translation>
    </message>
    <message>
        <source>适用条例</source>
        <translation>Regulation applied</translation>
    </message>
    <message>
        <source>逐行列出的事项</source>
        <translation>a list, one item a line</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>邮件经签收</source>
        <translation>Mail was signed for</translation>
    </message>
    <message>
        <source>邮寄单号</source>
        <translation>Postal tracking number</translation>
    </message>
    <message>
        <source>部分</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>重新办理的依据</source>
        <translation>Ground for dealing with it again</translation>
    </message>
    <message>
        <source>重新答复的期限</source>
        <translation>Time to reply again</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>金额与已决定、通知的 {0} 元不符，请核对金额。</source>
        <translation>The amount differs from the {0} yuan decided and notified. Check it.</translation>
    </message>
    <message>
        <source>金额，如 380.00</source>
        <translation>an amount such as 380.00</translation>
    </message>
    <message>
        <source>锁定、解锁、例外和续接都要写明经办人和原因，请填写。</source>
        <translation>Locking, unlocking, an exception and a new chain need a name and a reason. Please enter them.</translation>
    </message>
    <message>
        <source>随附材料</source>
        <translation>Enclosures</translation>
    </message>
    <message>
        <source>需要补正的事项</source>
        <translation>Points to correct</translation>
    </message>
    <message>
        <source>需要进行的工作</source>
        <translation>Work that would be needed</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>{0} {1}：共出 {2} 份</source>
        <translation>{0} {1}: {2} copies in all</translation>
    </message>
    <message>
        <source>{0} 以后都用这台</source>
        <translation>Always this one for {0}</translation>
    </message>
    <message>
        <source>{0} 份文书没有打印好，第一份：{1}</source>
        <translation>{0} documents were not printed; the first: {1}</translation>
    </message>
    <message>
        <source>{0} 原来送往 {1}。</source>
        <translation>{0} was sent to {1}.</translation>
    </message>
    <message>
        <source>{0} 没有打印好：{1}。请看一下打印机，需要时重新打印或者存为 PDF。</source>
        <translation>{0} was not printed: {1}. Look at the printer; print again or save a PDF if needed.</translation>
    </message>
    <message>
        <source>{0}（{1} 打印队列）</source>
        <translation>{0} ({1} print queue)</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}：{1}。{2}</source>
        <translation>{0}: {1}. {2}</translation>
    </message>
    <message>
        <source>{0}：{1}。打印出来了吗？出来了按 {2}，没有出来按 {3}。</source>
        <translation>{0}: {1}. Did it come out? {2} if it did, {3} if it did not.</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>From now on</translation>
    </message>
    <message>
        <source>份</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>只这一次</source>
        <translation>Only this time</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存为 PDF  Ctrl+S</source>
        <translation>Save as PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>已交给 {0}，正在等它打印完。</source>
        <translation>{0} has it; waiting until it is printed.</translation>
    </message>
    <message>
        <source>已存为 {0}</source>
        <translation>Saved as {0}</translation>
    </message>
    <message>
        <source>已打印：{0}（{1}）</source>
        <translation>Printed: {0} ({1})</translation>
    </message>
    <message>
        <source>已送打印：{0} 份文书</source>
        <translation>Sent to print: {0} documents</translation>
    </message>
    <message>
        <source>已送打印：{0}（{1}）</source>
        <translation>Sent to print: {0} ({1})</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印  Enter</source>
        <translation>Print  Enter</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Print log</translation>
    </message>
    <message>
        <source>按文书种类（设置中所选）</source>
        <translation>By kind of document (as set)</translation>
    </message>
    <message>
        <source>按编号先后打印 {0} 份文书，同一份文书的几份排在一起。</source>
        <translation>Prints {0} documents in the order of their numbers, the copies of each together.</translation>
    </message>
    <message>
        <source>换打印机</source>
        <translation>Other printer</translation>
    </message>
    <message>
        <source>排队等待送往 {0}。</source>
        <translation>Waiting to be sent to {0}.</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>文书已经打印过，再出一份会附补打说明页，并记入打印记录。</source>
        <translation>This was printed before: another copy comes with a reprint slip and is logged.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>每份文书的份数</source>
        <translation>Copies of each document</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>第 {0} 份</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>系统默认打印机</source>
        <translation>System default printer</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>补打原因</source>
        <translation>Reason for the reprint</translation>
    </message>
    <message>
        <source>请到打印机旁看一下；打不出来的，换一台打印机，或者存为 PDF。</source>
        <translation>Please look at the printer. If it does not print, choose another one or save a PDF.</translation>
    </message>
    <message>
        <source>请加纸、换墨，打印机会自己接着打；也可以换一台打印机。</source>
        <translation>Refill it: the printer goes on by itself. Or choose another printer.</translation>
    </message>
    <message>
        <source>请按 F7 预览，从那里打印并填写补打原因。</source>
        <translation>Preview it with F7, print from there and say why.</translation>
    </message>
    <message>
        <source>请换一台打印机，并在“设置—打印机”中改选；也可以存为 PDF。</source>
        <translation>Choose another printer, and change it under Settings, Printers. Or save a PDF.</translation>
    </message>
    <message>
        <source>请检查电源和连接；打不出来的，换一台打印机，或者存为 PDF。</source>
        <translation>Check power and connection. If it does not print, choose another printer or save a PDF.</translation>
    </message>
    <message>
        <source>请确认打印服务已启动后重试，或者存为 PDF。</source>
        <translation>Make sure the print service is running and retry, or save a PDF.</translation>
    </message>
    <message>
        <source>请移出打印队列，需要时重新签发。</source>
        <translation>Take it off the queue; issue it anew if needed.</translation>
    </message>
    <message>
        <source>请系统管理员恢复这台打印机，或者换一台打印机。</source>
        <translation>Ask the administrator to start this printer again, or choose another one.</translation>
    </message>
    <message>
        <source>请联系系统管理员核对备份，不要重试。</source>
        <translation>Ask the administrator to check the backup; do not retry.</translation>
    </message>
    <message>
        <source>请重试、换一台打印机，或者存为 PDF。</source>
        <translation>Retry, choose another printer, or save a PDF.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>还没有打印过。</source>
        <translation>Not printed yet.</translation>
    </message>
    <message>
        <source>预览　{0}</source>
        <translation>Preview　{0}</translation>
    </message>
</context>
<context>
    <name>publish</name>
    <message>
        <source>{0} 年度报告定稿</source>
        <translation>Publish the report of {0}</translation>
    </message>
    <message>
        <source>……共 {0} 处</source>
        <translation>… {0} in all</translation>
    </message>
    <message>
        <source>与表格不同的数字说的是什么（如上年、其他机关）</source>
        <translation>What the numbers that differ speak of (last year, another office …)</translation>
    </message>
    <message>
        <source>再次定稿的原因</source>
        <translation>Reason for publishing again</translation>
    </message>
    <message>
        <source>定稿</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>数据不全仍然定稿的原因（如窗口停用）</source>
        <translation>Why it is published all the same (a window shut down)</translation>
    </message>
    <message>
        <source>文字中有数字与表格不同，请逐一看过：</source>
        <translation>Numbers in the text differ from the tables; look at each:</translation>
    </message>
    <message>
        <source>附典型案例分析</source>
        <translation>Append the case analysis</translation>
    </message>
</context>
<context>
    <name>reception</name>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>人次</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>代码、名称或拼音首字母</source>
        <translation>Code, name or pinyin initials</translation>
    </message>
    <message>
        <source>件次</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>处理方式</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>姓名（可不填）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>时间不准</source>
        <translation>Time approximate</translation>
    </message>
    <message>
        <source>来访日期</source>
        <translation>Visit on</translation>
    </message>
    <message>
        <source>来访时间</source>
        <translation>Visit at</translation>
    </message>
    <message>
        <source>此前来过 {0} 次，最近 {1} {2}（{3}）</source>
        <translation>Came {0} times before, last {1} {2} ({3})</translation>
    </message>
    <message>
        <source>涉及单位</source>
        <translation>Unit concerned</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>补登原因</source>
        <translation>Reason for the late entry</translation>
    </message>
    <message>
        <source>评价（自愿）</source>
        <translation>Rating (optional)</translation>
    </message>
    <message>
        <source>转办单位</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>输入 // 选用常用语</source>
        <translation>Type // for a snippet</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
</context>
<context>
    <name>reference_texts</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>主管部门电话</source>
        <translation>Telephone of the supervising office</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>修订说明</source>
        <translation>Reason of the edition</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>办公时间</source>
        <translation>Office hours</translation>
    </message>
    <message>
        <source>受理投诉举报的主管部门</source>
        <translation>Supervising office for complaints</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>复议后起诉期限</source>
        <translation>Time to sue after reconsideration</translation>
    </message>
    <message>
        <source>复议期限</source>
        <translation>Time for reconsideration</translation>
    </message>
    <message>
        <source>复议机关</source>
        <translation>Reconsideration body</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>延期期限</source>
        <translation>Longest extension</translation>
    </message>
    <message>
        <source>按件收费标准</source>
        <translation>Fees by items</translation>
    </message>
    <message>
        <source>按量收费标准</source>
        <translation>Fees by pages</translation>
    </message>
    <message>
        <source>收费依据</source>
        <translation>Basis of fees</translation>
    </message>
    <message>
        <source>政府信息公开工作机构</source>
        <translation>Disclosure unit</translation>
    </message>
    <message>
        <source>新版</source>
        <translation>New edition</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>full name of the agency</translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation>How to ask after an application</translation>
    </message>
    <message>
        <source>查阅场所</source>
        <translation>Reading places</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>框内标题</source>
        <translation>Title in the box</translation>
    </message>
    <message>
        <source>框内说明</source>
        <translation>Text in the box</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>第三方答复期限</source>
        <translation>Time of a third party</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Reply due</translation>
    </message>
    <message>
        <source>索引号编制说明</source>
        <translation>How index numbers are made</translation>
    </message>
    <message>
        <source>缴费期限</source>
        <translation>Time to pay</translation>
    </message>
    <message>
        <source>网上申请地址或者电子邮箱</source>
        <translation>Address for applying on-line or e-mail</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>花括号内的内容按机关信息和法定期限自动填写，按 F1 查看可用的名称</source>
        <translation>Braces are filled in from settings and the law; F1 lists them</translation>
    </message>
    <message>
        <source>补正告知期限</source>
        <translation>Time for the correction notice</translation>
    </message>
    <message>
        <source>起诉期限</source>
        <translation>Time to sue</translation>
    </message>
    <message>
        <source>邮政编码</source>
        <translation>Postcode</translation>
    </message>
</context>
<context>
    <name>selfcheck</name>
    <message>
        <source>业务时间{now}，业务日期{business_date}</source>
        <translation>Business time {now}, business date {business_date}</translation>
    </message>
    <message>
        <source>剩余空间{free_mb} MB</source>
        <translation>{free_mb} MB free</translation>
    </message>
    <message>
        <source>剩余空间只有{free_mb} MB</source>
        <translation>Only {free_mb} MB free</translation>
    </message>
    <message>
        <source>可用打印机：{names}</source>
        <translation>Printers: {names}</translation>
    </message>
    <message>
        <source>国务院办公厅通知公布后，请导入放假调休安排</source>
        <translation>Import the year's holidays once the State Council's notice is out</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Working calendar</translation>
    </message>
    <message>
        <source>建议把系统时区设为 Asia/Shanghai</source>
        <translation>Better set the system's time zone to Asia/Shanghai</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>数据于{at}由备份恢复，编号已暂停</source>
        <translation>Data restored from a backup on {at}; numbering is paused</translation>
    </message>
    <message>
        <source>数据位置</source>
        <translation>Place of the data</translation>
    </message>
    <message>
        <source>数据存放在本机：{path}</source>
        <translation>Data on this machine: {path}</translation>
    </message>
    <message>
        <source>数据存放在网络磁盘（{kind}）：{path}</source>
        <translation>Data on a network disk ({kind}): {path}</translation>
    </message>
    <message>
        <source>数据完整性</source>
        <translation>Data integrity</translation>
    </message>
    <message>
        <source>数据文件完好</source>
        <translation>The data file is sound</translation>
    </message>
    <message>
        <source>数据文件有{found}处损坏</source>
        <translation>The data file is damaged in {found} places</translation>
    </message>
    <message>
        <source>无法查询剩余空间</source>
        <translation>Free space cannot be asked for</translation>
    </message>
    <message>
        <source>无法查询打印机</source>
        <translation>Printers cannot be asked for</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>时区{offset}</source>
        <translation>Time zone {offset}</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>时钟早于最后一次登记（{last}），现在是{now}</source>
        <translation>The clock stands before the last entry ({last}), it is now {now}</translation>
    </message>
    <message>
        <source>最近备份在{at}，已过{days}天</source>
        <translation>Last backup {at}, {days} days ago</translation>
    </message>
    <message>
        <source>最近备份：{at}</source>
        <translation>Last backup: {at}</translation>
    </message>
    <message>
        <source>最近备份：{at}，与数据在同一块磁盘上</source>
        <translation>Last backup: {at}, on the same disk as the data</translation>
    </message>
    <message>
        <source>最近的备份文件无法读取</source>
        <translation>The last backup file cannot be read</translation>
    </message>
    <message>
        <source>本机时区为{offset}，业务时间仍按北京时间计算</source>
        <translation>This machine's time zone is {offset}; business time is Beijing time all the same</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>没有发现中文输入法</source>
        <translation>No Chinese input method found</translation>
    </message>
    <message>
        <source>没有安装打印机</source>
        <translation>No printer installed</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>磁盘将满，只剩{free_mb} MB</source>
        <translation>The disk is nearly full, only {free_mb} MB left</translation>
    </message>
    <message>
        <source>磁盘空间</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>编号正常</source>
        <translation>Numbering is in order</translation>
    </message>
    <message>
        <source>缺少{year}年节假日安排，跨年期限为暂定</source>
        <translation>No holidays for {year} yet: due dates beyond the year are provisional</translation>
    </message>
    <message>
        <source>网络磁盘会损坏数据，请把数据移到本机硬盘；网络磁盘只用来存放备份</source>
        <translation>Network disks damage the data: move it to a disk of this machine, use the network disk for backups only</translation>
    </message>
    <message>
        <source>自带字体{count}个，齐全</source>
        <translation>All {count} bundled fonts are there</translation>
    </message>
    <message>
        <source>自带字体缺失或损坏：{names}</source>
        <translation>Bundled fonts missing or damaged: {names}</translation>
    </message>
    <message>
        <source>节假日安排只到{until}，{year}年的期限都是暂定</source>
        <translation>Holidays known only until {until}: all due dates of {year} are provisional</translation>
    </message>
    <message>
        <source>节假日安排覆盖到{until}</source>
        <translation>Holidays known until {until}</translation>
    </message>
    <message>
        <source>请停止登记，联系系统管理员，用最近的备份恢复</source>
        <translation>Stop registering, call the system administrator, restore the last backup</translation>
    </message>
    <message>
        <source>请在系统设置中添加打印机；在此之前文书可另存为PDF</source>
        <translation>Add a printer in the system settings; until then save documents as PDF</translation>
    </message>
    <message>
        <source>请在设置中把备份文件夹改到另一块磁盘</source>
        <translation>Choose a backup folder on another disk in the settings</translation>
    </message>
    <message>
        <source>请安装并启用 fcitx5 或 ibus，然后重新登录系统</source>
        <translation>Install and enable fcitx5 or ibus, then sign in to the desktop again</translation>
    </message>
    <message>
        <source>请校准系统时间；校准前暂停编号</source>
        <translation>Set the system time; numbering pauses until then</translation>
    </message>
    <message>
        <source>请检查数据文件夹所在的磁盘</source>
        <translation>Check the disk that holds the data folder</translation>
    </message>
    <message>
        <source>请清理磁盘，至少留出2 GB</source>
        <translation>Clear the disk until at least 2 GB are free</translation>
    </message>
    <message>
        <source>请现在备份一次</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>请现在备份一次，备份文件夹最好在另一块磁盘上</source>
        <translation>Back up now, best to a folder on another disk</translation>
    </message>
    <message>
        <source>请现在重新备份一次，并检查备份磁盘</source>
        <translation>Back up again now and check the backup disk</translation>
    </message>
    <message>
        <source>请确认打印服务（CUPS）已安装并启动；在此之前文书可另存为PDF</source>
        <translation>See that the print service (CUPS) is installed and running; until then save documents as PDF</translation>
    </message>
    <message>
        <source>请立即导入今年的放假调休安排</source>
        <translation>Import this year's holidays now</translation>
    </message>
    <message>
        <source>请立即清理磁盘，否则无法保存</source>
        <translation>Clear the disk now, or nothing can be saved</translation>
    </message>
    <message>
        <source>请负责人在“设置—恢复后的编号”填写各编号序列已发出的最大号码</source>
        <translation>The supervisor fills in the highest number issued of each series under Settings – Numbering after restore</translation>
    </message>
    <message>
        <source>请重新安装本程序</source>
        <translation>Install the program again</translation>
    </message>
    <message>
        <source>输入法</source>
        <translation>Input method</translation>
    </message>
    <message>
        <source>输入法：{name}</source>
        <translation>Input method: {name}</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>{0} 退回：{1}</source>
        <translation>{0} came back: {1}</translation>
    </message>
    <message>
        <source>{0} 送出</source>
        <translation>{0} sent</translation>
    </message>
    <message>
        <source>{0} 送达</source>
        <translation>{0} served</translation>
    </message>
    <message>
        <source>可用扫码枪扫面单</source>
        <translation>The scanner reads the label</translation>
    </message>
    <message>
        <source>同时登记</source>
        <translation>Record with it</translation>
    </message>
    <message>
        <source>同时登记“{0}”：{1}</source>
        <translation>Record “{0}” with it: {1}</translation>
    </message>
    <message>
        <source>如：本人签字、邮政妥投记录</source>
        <translation>e.g. signature, post office's record</translation>
    </message>
    <message>
        <source>征求意见的是</source>
        <translation>Whose consultation</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>答复意见的期限自送达起算（第三十二条、第三十四条）</source>
        <translation>the period for the opinion runs from this service (art. 32, 34)</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>缴费期限自次日起算，答复期限停止计算（国办函〔2020〕109号）</source>
        <translation>the period to pay runs from the next day, the reply's period stands still (国办函〔2020〕109号)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>退回原因</source>
        <translation>Why it came back</translation>
    </message>
    <message>
        <source>退回日期</source>
        <translation>Came back on</translation>
    </message>
    <message>
        <source>送出日期</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>送达　{0}</source>
        <translation>Service of {0}</translation>
    </message>
    <message>
        <source>送达凭证</source>
        <translation>Proof of service</translation>
    </message>
    <message>
        <source>送达地点</source>
        <translation>Place of service</translation>
    </message>
    <message>
        <source>送达日期</source>
        <translation>Served on</translation>
    </message>
    <message>
        <source>送达的同时出具送达回证 P14；答复文书以签收之日（邮寄的以交邮之日）为答复之日，救济期限自送达起算。</source>
        <translation>Service issues its proof P14. A reply counts as made on the day it is signed for (or handed to the post); remedies run from service.</translation>
    </message>
    <message>
        <source>邮件单号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation> ({0})</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <source>{0} 台</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 天待核对</source>
        <translation>{0} days to check</translation>
    </message>
    <message>
        <source>{0} 已重新封存为第 {1} 版，待报送</source>
        <translation>{0} sealed again as revision {1}, to be sent</translation>
    </message>
    <message>
        <source>{0} 项注意</source>
        <translation>{0} to look at</translation>
    </message>
    <message>
        <source>{0}。{1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>{0}个工作日</source>
        <translation>{0} working days</translation>
    </message>
    <message>
        <source>{0}（现在找不到）</source>
        <translation>{0} (not found now)</translation>
    </message>
    <message>
        <source>{0}：报告放在这一段</source>
        <translation>{0}: the report goes here</translation>
    </message>
    <message>
        <source>{0}；中心库：{1}</source>
        <translation>{0}; hub: {1}</translation>
    </message>
    <message>
        <source>{0}；中心库：没有</source>
        <translation>{0}; hub: none</translation>
    </message>
    <message>
        <source>⚠ 还没有备份，按 Ctrl+B 立即备份</source>
        <translation>⚠ No backup yet: Ctrl+B backs up now</translation>
    </message>
    <message>
        <source>⚠ 还没有核验过，按 Ctrl+K 核验</source>
        <translation>⚠ Never verified: press Ctrl+K</translation>
    </message>
    <message>
        <source>✓ 已连通</source>
        <translation>✓ Connected</translation>
    </message>
    <message>
        <source>✓ 最近核验通过：{0}</source>
        <translation>✓ Last verified: {0}</translation>
    </message>
    <message>
        <source>✓ 本机关的</source>
        <translation>✓ our own</translation>
    </message>
    <message>
        <source>✓ 核验通过，恢复演练比对 {0:,} 行</source>
        <translation>✓ Verified; trial restore compared {0:,} rows</translation>
    </message>
    <message>
        <source>✓ 模板可以用</source>
        <translation>✓ The template can be used</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不选即7个工作日</source>
        <translation>None chosen: 7 working days</translation>
    </message>
    <message>
        <source>不选即不予公开和部分公开须审批</source>
        <translation>None chosen: refusals, in whole or in part</translation>
    </message>
    <message>
        <source>不选即写明两种途径；以本地司法行政部门的意见为准</source>
        <translation>Empty names both ways; as the local justice department advises</translation>
    </message>
    <message>
        <source>中心库</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>中心库只知道最后一次报送以前的号码，请再与纸质回执核对。</source>
        <translation>It only knows what was sent: compare with the last papers handed out.</translation>
    </message>
    <message>
        <source>中心库已答复。</source>
        <translation>The hub has answered.</translation>
    </message>
    <message>
        <source>中心库已答复：{0} 个序列的号码比备份大，已填入较大的号码。</source>
        <translation>The hub has answered: in {0} series its number is higher than the backup's, and is filled in. </translation>
    </message>
    <message>
        <source>中心库较新的日期</source>
        <translation>Days the hub holds newer</translation>
    </message>
    <message>
        <source>主管部门电话</source>
        <translation>Telephone of the supervising office</translation>
    </message>
    <message>
        <source>交接单</source>
        <translation>Hand-over page</translation>
    </message>
    <message>
        <source>以后的数据留在本机待报送，可以写入U盘送交。</source>
        <translation>What is sealed from now on waits on this machine and can be carried on a USB stick.</translation>
    </message>
    <message>
        <source>以本库为准</source>
        <translation>Ours is right</translation>
    </message>
    <message>
        <source>以本库为准　{0}</source>
        <translation>Ours is right　{0}</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>例如：市档案馆、市图书馆</source>
        <translation>For example: city archive, city library</translation>
    </message>
    <message>
        <source>例如：示政数</source>
        <translation>For example 示政数</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存文件夹</source>
        <translation>Keep folder</translation>
    </message>
    <message>
        <source>公开指南（第十二条）须载明</source>
        <translation>Stated in the disclosure guide (art. 12)</translation>
    </message>
    <message>
        <source>公钥已复制，可以粘贴给主管办公室</source>
        <translation>Public key copied: paste it to the office</translation>
    </message>
    <message>
        <source>其中 {0} 个是备份以后新开的。</source>
        <translation>{0} of them were begun since. </translation>
    </message>
    <message>
        <source>再输一遍新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>出一份样张</source>
        <translation>Write a sample</translation>
    </message>
    <message>
        <source>别人刚把这一栏改为“{0}”，请核对后再保存</source>
        <translation>Someone has just changed this field to “{0}”: check before saving</translation>
    </message>
    <message>
        <source>办公时间</source>
        <translation>Office hours</translation>
    </message>
    <message>
        <source>加密与完整性标记</source>
        <translation>Encryption and integrity tags</translation>
    </message>
    <message>
        <source>发文机关代字</source>
        <translation>Agency's document code word</translation>
    </message>
    <message>
        <source>受理投诉举报的主管部门</source>
        <translation>Supervising office for complaints</translation>
    </message>
    <message>
        <source>可以打开</source>
        <translation>It can be opened</translation>
    </message>
    <message>
        <source>向中心库查询</source>
        <translation>Ask the hub</translation>
    </message>
    <message>
        <source>咨询投诉</source>
        <translation>Enquiries</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>填入 .docx 文件（Ctrl+O 选择），按 Ctrl+K 检查。</source>
        <translation>Name a .docx file (Ctrl+O chooses), then Ctrl+K checks it.</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>备份文件夹（最好在另一块磁盘）</source>
        <translation>Backup folder (best on another disk)</translation>
    </message>
    <message>
        <source>备份无法读取</source>
        <translation>Backup cannot be read</translation>
    </message>
    <message>
        <source>复制公钥</source>
        <translation>Copy key</translation>
    </message>
    <message>
        <source>复议前置</source>
        <translation>Reconsideration first</translation>
    </message>
    <message>
        <source>复议或者诉讼</source>
        <translation>Reconsideration or suit</translation>
    </message>
    <message>
        <source>复议机关</source>
        <translation>Reconsideration body</translation>
    </message>
    <message>
        <source>复议诉讼</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>外观与语言</source>
        <translation>Look and language</translation>
    </message>
    <message>
        <source>存自带的模板</source>
        <translation>Save the shipped one</translation>
    </message>
    <message>
        <source>审批与送达</source>
        <translation>Approval and service</translation>
    </message>
    <message>
        <source>密码已更改，下次登录用新密码</source>
        <translation>Password changed: sign in with the new one next time</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出自检结果</source>
        <translation>Export self-check</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存 {0}，在 Word 中改样式，不要改样式的名称</source>
        <translation>{0} saved: change the styles in Word, not their names</translation>
    </message>
    <message>
        <source>已保存中心库地址，待报送的数据马上重试；按 Ctrl+R 试连</source>
        <translation>The hub's address is kept, what waits is tried now; Ctrl+R tries the way</translation>
    </message>
    <message>
        <source>已保存，以后的备份写到新文件夹</source>
        <translation>Saved: backups go to the new folder from now on</translation>
    </message>
    <message>
        <source>已保存，以后签发的文书按新内容打印</source>
        <translation>Saved: documents issued from now on print the new contents</translation>
    </message>
    <message>
        <source>已保存，打印时按文书种类使用所选打印机</source>
        <translation>Saved: each kind of document prints on its printer</translation>
    </message>
    <message>
        <source>已保存，界面大小和语言在下次启动时生效</source>
        <translation>Saved; size and language change at the next start</translation>
    </message>
    <message>
        <source>已写出 {0} 年的报告作为样张：{1}</source>
        <translation>The report of {0} was written as a sample: {1}</translation>
    </message>
    <message>
        <source>已填入中心库所知的最大号码，请核对后按 Ctrl+Enter</source>
        <translation>The highest numbers the hub knows are filled in: check them, then Ctrl+Enter</translation>
    </message>
    <message>
        <source>已填写</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>已备份到 {0}（{1:,} 行，{2:.1f} MB）</source>
        <translation>Backed up to {0} ({1:,} rows, {2:.1f} MB)</translation>
    </message>
    <message>
        <source>已导出 {0}</source>
        <translation>Exported {0}</translation>
    </message>
    <message>
        <source>已忘记中心库的地址和密码</source>
        <translation>The hub's address and password are forgotten</translation>
    </message>
    <message>
        <source>已改回程序自带的模板；已定稿的报告不变</source>
        <translation>The shipped template is in use again; published reports stay as they are</translation>
    </message>
    <message>
        <source>已确认时钟，可以继续编号</source>
        <translation>Clock confirmed: numbering goes on</translation>
    </message>
    <message>
        <source>已采用，以后导出、定稿的 Word 年度报告用这个模板</source>
        <translation>In use: annual reports exported or published in Word follow it from now on</translation>
    </message>
    <message>
        <source>年度报告模板</source>
        <translation>Annual report template</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>忘记</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>忘记地址和密码</source>
        <translation>Forget address and password</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>恢复后的编号</source>
        <translation>Numbers after a restore</translation>
    </message>
    <message>
        <source>恢复演练：备份、恢复、逐表比对</source>
        <translation>Restore drill: back up, restore, compare each table</translation>
    </message>
    <message>
        <source>恢复编号</source>
        <translation>Resume numbering</translation>
    </message>
    <message>
        <source>我的密码</source>
        <translation>My password</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>报告用的 {0} 种样式齐全</source>
        <translation>All {0} styles the report needs are there</translation>
    </message>
    <message>
        <source>按 Ctrl+K 核验：检查数据，并把备份恢复到临时文件夹逐表比对。</source>
        <translation>Ctrl+K verifies: checks the data and compares a trial restore table by table.</translation>
    </message>
    <message>
        <source>按 Ctrl+R 试连：看网络、加密、登录、登记、公钥和时钟，不发送数据。</source>
        <translation>Ctrl+R tries the way: network, encryption, login, enrolment, key and clock. Nothing is sent.</translation>
    </message>
    <message>
        <source>操作记录的校验链</source>
        <translation>Chain of the audit record</translation>
    </message>
    <message>
        <source>改回自带的</source>
        <translation>Back to the shipped one</translation>
    </message>
    <message>
        <source>政府信息公开工作机构</source>
        <translation>Disclosure unit</translation>
    </message>
    <message>
        <source>救济途径（答复书必须写明）</source>
        <translation>Remedies (every reply must name them)</translation>
    </message>
    <message>
        <source>数据于 {0} 由 {1} 的备份恢复，编号已暂停。请查看最后发出的回执和文书，填写各编号序列已发出的最大号码；其间的号码记为恢复跳号。</source>
        <translation>Data restored on {0} from the backup of {1}; numbering is paused. Look at the last receipts and documents handed out and fill in the highest number of each series; the numbers between are recorded as skipped by the restore.</translation>
    </message>
    <message>
        <source>数据页结构</source>
        <translation>Structure of the data pages</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>日结的校验链</source>
        <translation>Chain of the daily closes</translation>
    </message>
    <message>
        <source>时钟已校准</source>
        <translation>Clock is right</translation>
    </message>
    <message>
        <source>更改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>最近备份：{0}　{1}</source>
        <translation>Last backup: {0}　{1}</translation>
    </message>
    <message>
        <source>有管辖权的法院</source>
        <translation>Court with jurisdiction</translation>
    </message>
    <message>
        <source>期限计算过程</source>
        <translation>How a due date was reckoned</translation>
    </message>
    <message>
        <source>未核验</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>本库</source>
        <translation>This store</translation>
    </message>
    <message>
        <source>本库这一天的数字作为第 {0} 版重新封存报送，取代中心库的第 {1} 版。请先确认没有漏登。</source>
        <translation>This store's figures of the day are sealed again as revision {0} and replace the hub's revision {1}. First make sure that nothing is missing here.</translation>
    </message>
    <message>
        <source>本库（备份）：{0}</source>
        <translation>this store (backup): {0}</translation>
    </message>
    <message>
        <source>本机不再记住中心库的地址和密码。</source>
        <translation>This machine no longer remembers the hub's address and password.</translation>
    </message>
    <message>
        <source>本机关的 Word 模板</source>
        <translation>The agency's own Word template</translation>
    </message>
    <message>
        <source>本机关索引号格式</source>
        <translation>Own pattern of index numbers</translation>
    </message>
    <message>
        <source>本窗口公钥（登记时交给主管办公室）</source>
        <translation>This window's public key (for the office to enrol it)</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>机关代码（登记编号中使用，不能更改）</source>
        <translation>Agency code (in register numbers, cannot be changed)</translation>
    </message>
    <message>
        <source>机关信息</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>Full name of the agency</translation>
    </message>
    <message>
        <source>查询方式</source>
        <translation>How to ask after an application</translation>
    </message>
    <message>
        <source>查阅场所</source>
        <translation>Reading places</translation>
    </message>
    <message>
        <source>核对码 {0}，与主管办公室电话核对</source>
        <translation>Print {0}: compare it with the office by telephone</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>核验未通过：请停止登记，联系系统管理员，用最近的备份恢复</source>
        <translation>Verification failed: stop registering, call the system administrator, restore the last backup</translation>
    </message>
    <message>
        <source>核验结果</source>
        <translation>Result of the verification</translation>
    </message>
    <message>
        <source>核验项目</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>模板不能用</source>
        <translation>unusable</translation>
    </message>
    <message>
        <source>模板检查结果</source>
        <translation>What the template holds</translation>
    </message>
    <message>
        <source>正在向中心库查询…</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>正在备份或核验</source>
        <translation>Backing up or verifying</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>正在试连…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>没有 {0} 一段：报告接在模板文末</source>
        <translation>No {0} paragraph: the report goes to the end</translation>
    </message>
    <message>
        <source>没有 {0}，可以写在页眉、页脚或封面</source>
        <translation>No {0}: they may stand in a header, a footer or on a cover</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>没有密码</source>
        <translation>No password</translation>
    </message>
    <message>
        <source>没有打印机</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>没有查到：{0} 可以照纸质回执和文书手工填写，不必等待。</source>
        <translation>No answer: {0} You can type the numbers from the paper receipts and documents, without waiting.</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>照纸质登记补登以后日结，版本自动续在中心库之后</source>
        <translation>Enter the records from paper, then close the day: its revision goes above the hub's by itself</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>现在用的是本机关的模板（{0:,} KB），保存在本机数据中，原文件不必保留。</source>
        <translation>The agency's own template is in use ({0:,} KB); it is kept in the store, the file itself is not needed.</translation>
    </message>
    <message>
        <source>现在用的是程序自带的模板（GB/T 9704 的字体字号）。</source>
        <translation>The shipped template is in use (faces and sizes of GB/T 9704).</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>界面大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>窗口日报表</source>
        <translation>Day sheet</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>第 {0} 版</source>
        <translation>revision {0}</translation>
    </message>
    <message>
        <source>答复签发前的审批</source>
        <translation>Approval before a reply is issued</translation>
    </message>
    <message>
        <source>系统默认打印机</source>
        <translation>System default printer</translation>
    </message>
    <message>
        <source>结果与办法</source>
        <translation>Found and remedy</translation>
    </message>
    <message>
        <source>编号已恢复，下一号接在所填号码之后</source>
        <translation>Numbering resumed after the numbers given</translation>
    </message>
    <message>
        <source>编号正常。有 {0} 天的日结，中心库的版本较新：请核对后补登，或者以本库为准。</source>
        <translation>Numbering goes on. Of {0} closed days the hub holds a newer revision: compare, then enter what is missing, or let ours stand.</translation>
    </message>
    <message>
        <source>编号正常，没有待确认的恢复。</source>
        <translation>Numbering is in order, no restore waits for confirmation.</translation>
    </message>
    <message>
        <source>缺{0}</source>
        <translation>{0} missing</translation>
    </message>
    <message>
        <source>网上申请地址</source>
        <translation>Address for applying on-line</translation>
    </message>
    <message>
        <source>网上申请复议的网址（电子邮件送达时必须写明）</source>
        <translation>Address for reconsideration on-line (must be named when served by e-mail)</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>自动填写：{0}</source>
        <translation>Filled in: {0}</translation>
    </message>
    <message>
        <source>自带的</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>自带的模板：样式齐全，报告接在文首</source>
        <translation>The shipped template: all styles, the report at its beginning</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>自检　{0}　{1}</source>
        <translation>Self-check　{0}　{1}</translation>
    </message>
    <message>
        <source>至少8个字符，不单调，不同于用户名</source>
        <translation>At least 8 characters, four of them different, not the user name</translation>
    </message>
    <message>
        <source>行政查询事项告知书的救济方式</source>
        <translation>Remedy in replies about administrative queries</translation>
    </message>
    <message>
        <source>补登缺少的记录（自动续为更高版本），或者确认无误后以本库为准</source>
        <translation>Enter what is missing (a higher revision by itself), or let ours stand once it is checked</translation>
    </message>
    <message>
        <source>记录之间的引用</source>
        <translation>References between records</translation>
    </message>
    <message>
        <source>试连</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>试连未通过</source>
        <translation>Try failed</translation>
    </message>
    <message>
        <source>试连未通过，请看结果与办法</source>
        <translation>The try failed: see result and what to do</translation>
    </message>
    <message>
        <source>试连结果</source>
        <translation>Result of the try</translation>
    </message>
    <message>
        <source>试连通过，可以报送</source>
        <translation>The try succeeded: this window can report</translation>
    </message>
    <message>
        <source>请告知主管办公室：本窗口由备份恢复，请“续接”。续接以前，恢复后的数据包在中心库暂存，不计入，也不会丢失。</source>
        <translation>Tell the office: this window was restored from a backup, please let it go on (续接). Until then its new packets are kept aside at the hub: not counted, and not lost.</translation>
    </message>
    <message>
        <source>请填入模板文件，Ctrl+O 选择</source>
        <translation>Name a template file, Ctrl+O chooses</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>还没有日结</source>
        <translation>not closed</translation>
    </message>
    <message>
        <source>这是练习库，数据不报送，也没有中心库。</source>
        <translation>This is a practice store: nothing is reported, and there is no hub.</translation>
    </message>
    <message>
        <source>送出几个工作日未送达时提醒</source>
        <translation>Remind of a letter not served after</translation>
    </message>
    <message>
        <source>通行格式的留空；例如：{org}-{yyyy}-{nnnn}</source>
        <translation>Empty for the usual patterns; for example {org}-{yyyy}-{nnnn}</translation>
    </message>
    <message>
        <source>邮政编码</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>重新封存</source>
        <translation>Seal again</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>问题数</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>2 至 12 位字母或数字，如 SQ01；用在登记编号中，以后不能更改</source>
        <translation>2 to 12 letters or digits, such as SQ01; part of every register number, cannot be changed later</translation>
    </message>
    <message>
        <source>W 加 2 至 4 位数字；同一机关的每台电脑各用一个</source>
        <translation>W with 2 to 4 digits; every machine of the agency has its own</translation>
    </message>
    <message>
        <source>✓ 可以使用</source>
        <translation>✓ Good</translation>
    </message>
    <message>
        <source>不能与用户名相同</source>
        <translation>It must not be the user name</translation>
    </message>
    <message>
        <source>与恢复密钥第 {0} 组不符；按 Esc 可再看一次密钥</source>
        <translation>This is not group {0} of the recovery key; Esc shows the key once more</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>再输一遍密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>发文机关代字</source>
        <translation>Agency's document code word</translation>
    </message>
    <message>
        <source>可以以后在“设置”中补填</source>
        <translation>Can be filled in later in Settings</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>复议机关</source>
        <translation>Reconsideration body</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>忘记全部密码时，只能凭恢复密钥打开数据。它只显示这一次：请打印，或者另存、抄写，由两人封存，不要放在本机旁边。</source>
        <translation>When all passwords are forgotten only the recovery key opens the data. It is shown this once: print, save or copy it, let two persons seal it, and keep it away from this machine.</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>报送到中心库：登录后在“设置—中心库”填写地址。</source>
        <translation>Reporting to a hub: after signing in, fill in its address under Settings – Hub.</translation>
    </message>
    <message>
        <source>救济途径：答复书必须写明，由本机关法制人员确认。{0}</source>
        <translation>Remedies: every reply must name them; the agency's legal staff confirm them. {0}</translation>
    </message>
    <message>
        <source>数据存放在本机：{0}</source>
        <translation>Data on this machine: {0}</translation>
    </message>
    <message>
        <source>文号用，例如：示政数；不填则用机关代码</source>
        <translation>In document numbers, for example 示政数; empty: the agency code</translation>
    </message>
    <message>
        <source>最好在另一块磁盘或网络磁盘上；没有的文件夹会新建。可以留空，以后在“设置”中选择</source>
        <translation>Best on another disk or a network disk; a folder that does not exist is made. May be left empty and chosen later in Settings</translation>
    </message>
    <message>
        <source>有管辖权的法院</source>
        <translation>Court with jurisdiction</translation>
    </message>
    <message>
        <source>机关代码</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>机关全称</source>
        <translation>Full name of the agency</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>电子邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>登录时输入，2 至 32 个文字、字母或数字</source>
        <translation>Typed to sign in, 2 to 32 letters or digits</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Window number</translation>
    </message>
    <message>
        <source>第一位人员：拥有全部角色，其他人员以后在“人员”页新建</source>
        <translation>First clerk: holds all roles; add others later on the Staff page</translation>
    </message>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>联系方式：印在文书上。{0}</source>
        <translation>Contact: printed on documents. {0}</translation>
    </message>
    <message>
        <source>至少 {0} 个字符，不单调，不同于用户名</source>
        <translation>At least {0} characters, varied, not the user name</translation>
    </message>
    <message>
        <source>至少要有 {0} 种不同的字符</source>
        <translation>At least {0} different characters</translation>
    </message>
    <message>
        <source>请看打印件或抄件，输入恢复密钥第 {0} 组</source>
        <translation>From the print or copy, type group {0} of the recovery key</translation>
    </message>
    <message>
        <source>还差 {0} 个字符</source>
        <translation>{0} characters to go</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>下一控件</source>
        <translation>Next control</translation>
    </message>
    <message>
        <source>下一栏</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>中心库地址</source>
        <translation>Hub address</translation>
    </message>
    <message>
        <source>交接单</source>
        <translation>Hand-over page</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作用</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>例外开放</source>
        <translation>Grant an exception</translation>
    </message>
    <message>
        <source>停用窗口</source>
        <translation>Shut out a window</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>全部各日</source>
        <translation>All days</translation>
    </message>
    <message>
        <source>出具文书</source>
        <translation>Issue document</translation>
    </message>
    <message>
        <source>分列申请事项</source>
        <translation>Items listed</translation>
    </message>
    <message>
        <source>切换页面</source>
        <translation>Change screen</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>到列表</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>到记录</source>
        <translation>To the record</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>前往下一处</source>
        <translation>To the place after</translation>
    </message>
    <message>
        <source>办理步骤（全部环节）</source>
        <translation>Steps (all of them)</translation>
    </message>
    <message>
        <source>办理（保存）</source>
        <translation>Do it (save)</translation>
    </message>
    <message>
        <source>回到上一处</source>
        <translation>To the place before</translation>
    </message>
    <message>
        <source>固定内容，连续登记</source>
        <translation>Pin contents for a series</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>已公开？查公开目录</source>
        <translation>Published already? The catalogue</translation>
    </message>
    <message>
        <source>当日未结表</source>
        <translation>Interim day sheet</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>怎样答复（逐问引导）</source>
        <translation>Which reply (question by question)</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印、预览</source>
        <translation>printing, preview</translation>
    </message>
    <message>
        <source>打印出来了</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Print log</translation>
    </message>
    <message>
        <source>打印队列、未打印文书</source>
        <translation>Print queue, documents not printed</translation>
    </message>
    <message>
        <source>打开所选的一条</source>
        <translation>Open the selected row</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Reporting</translation>
    </message>
    <message>
        <source>报送：待报送、退回的数据</source>
        <translation>Reporting: what waits, what came back</translation>
    </message>
    <message>
        <source>按编号打开</source>
        <translation>Open by number</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>换打印机</source>
        <translation>Other printer</translation>
    </message>
    <message>
        <source>接待</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>接待、申请</source>
        <translation>Reception, applications</translation>
    </message>
    <message>
        <source>撤销上一笔（当日未结时）</source>
        <translation>Undo last entry (while the day is open)</translation>
    </message>
    <message>
        <source>收取U盘数据</source>
        <translation>Take in a stick</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>日期是怎么算的</source>
        <translation>How the date was reckoned</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Daily close</translation>
    </message>
    <message>
        <source>显示个人信息</source>
        <translation>Show personal data</translation>
    </message>
    <message>
        <source>更改登记</source>
        <translation>Amend registration</translation>
    </message>
    <message>
        <source>期间和条件</source>
        <translation>Period and filter</translation>
    </message>
    <message>
        <source>本栏的规则、使用说明</source>
        <translation>Rule of this field, manual</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>案卷</source>
        <translation>Case file</translation>
    </message>
    <message>
        <source>没有打印出来</source>
        <translation>It did not come out</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Oversight</translation>
    </message>
    <message>
        <source>确认收到</source>
        <translation>Confirm receipt</translation>
    </message>
    <message>
        <source>答复、审批、签发（当场答复）</source>
        <translation>Reply, approve, issue (on the spot)</translation>
    </message>
    <message>
        <source>续接</source>
        <translation>Let a chain go on</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>解除锁定</source>
        <translation>Lift a lock</translation>
    </message>
    <message>
        <source>计数</source>
        <translation>Tally</translation>
    </message>
    <message>
        <source>转为申请</source>
        <translation>Turn into application</translation>
    </message>
    <message>
        <source>返回（草稿保留）</source>
        <translation>Back (draft kept)</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Return the draft</translation>
    </message>
    <message>
        <source>送出、送达、未能送达</source>
        <translation>Sent, served, came back</translation>
    </message>
    <message>
        <source>遮屏</source>
        <translation>Curtain</translation>
    </message>
    <message>
        <source>重复上一件</source>
        <translation>Repeat last</translation>
    </message>
    <message>
        <source>重试这一份</source>
        <translation>Retry this one</translation>
    </message>
    <message>
        <source>锁定期间</source>
        <translation>Lock a period</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>{0}（期限不变）</source>
        <translation>{0} (unchanged)</translation>
    </message>
    <message>
        <source>不填则按规则集的建议期限计算</source>
        <translation>Empty: the proposed period counts</translation>
    </message>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>保密审查人</source>
        <translation>Confidentiality reviewer</translation>
    </message>
    <message>
        <source>停止计算答复期限</source>
        <translation>Stops the reply period</translation>
    </message>
    <message>
        <source>决定内容</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定的领导</source>
        <translation>Deciding superior</translation>
    </message>
    <message>
        <source>办理步骤　{0}</source>
        <translation>Steps of {0}</translation>
    </message>
    <message>
        <source>另定的答复日期</source>
        <translation>New day for the reply</translation>
    </message>
    <message>
        <source>只列出已送达、期满未答复的</source>
        <translation>Only letters served and not answered in time</translation>
    </message>
    <message>
        <source>可以记录</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>名称或者姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>哪一份征求意见书</source>
        <translation>Which consultation letter</translation>
    </message>
    <message>
        <source>如：办公自动化系统、纸质档案库</source>
        <translation>e.g. office system, paper archive</translation>
    </message>
    <message>
        <source>审查结论</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>对理由的判断</source>
        <translation>Finding on the reasons</translation>
    </message>
    <message>
        <source>延长的工作日数</source>
        <translation>Working days added</translation>
    </message>
    <message>
        <source>征求谁的意见</source>
        <translation>Who is consulted</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>批准停止计算的负责人</source>
        <translation>Who approved that the period stops</translation>
    </message>
    <message>
        <source>报请决定的事由</source>
        <translation>Why it is put before a superior</translation>
    </message>
    <message>
        <source>政府信息公开工作机构负责人</source>
        <translation>Head of the disclosure unit</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>条例未规定，须经负责人批准</source>
        <translation>Not in the regulation: needs a supervisor's approval</translation>
    </message>
    <message>
        <source>条文</source>
        <translation>Words of the law</translation>
    </message>
    <message>
        <source>检索人</source>
        <translation>Searched by</translation>
    </message>
    <message>
        <source>检索关键词</source>
        <translation>Search keywords</translation>
    </message>
    <message>
        <source>检索日期</source>
        <translation>Searched on</translation>
    </message>
    <message>
        <source>检索范围</source>
        <translation>Where was searched</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>现在可否</source>
        <translation>Possible now</translation>
    </message>
    <message>
        <source>第{0}份</source>
        <translation>Letter {0}</translation>
    </message>
    <message>
        <source>第{0}份：{1}</source>
        <translation>Letter {0}: {1}</translation>
    </message>
    <message>
        <source>补正截止日期</source>
        <translation>Correction until</translation>
    </message>
    <message>
        <source>补记以前日期的步骤须写明原因</source>
        <translation>A step of an earlier date needs its reason</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>记录后：{0}</source>
        <translation>Afterwards: {0}</translation>
    </message>
    <message>
        <source>记录后：应于 {0} 前答复，{1}</source>
        <translation>Afterwards: reply due by {0}, {1}</translation>
    </message>
    <message>
        <source>记录后：本件办结，不再计算期限</source>
        <translation>Afterwards: closed, no period runs</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>说明理由截止日期</source>
        <translation>Reasons until</translation>
    </message>
    <message>
        <source>财政票据号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>这一步有自己的对话框，按 Enter 打开。</source>
        <translation>This step has a dialog of its own: Enter opens it.</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>（现为 {0}）</source>
        <translation> (now {0})</translation>
    </message>
    <message>
        <source>（现停止计算）</source>
        <translation> (suspended now)</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>10年</source>
        <translation>10 years</translation>
    </message>
    <message>
        <source>12345转办</source>
        <translation>Passed on by 12345</translation>
    </message>
    <message>
        <source>15位一代证号码已停用，请出示18位居民身份证</source>
        <translation>15-digit first-generation numbers are no longer valid: ask for the 18-digit identity card</translation>
    </message>
    <message>
        <source>30年</source>
        <translation>30 years</translation>
    </message>
    <message>
        <source>3个工作日内到期</source>
        <translation>Due in 3 w. days</translation>
    </message>
    <message>
        <source>{0}前成文</source>
        <translation>dated before {0}</translation>
    </message>
    <message>
        <source>{0}前收到的申请</source>
        <translation>applications received before {0}</translation>
    </message>
    <message>
        <source>{0}起成文</source>
        <translation>dated {0} or later</translation>
    </message>
    <message>
        <source>{0}起收到的申请</source>
        <translation>applications received from {0} on</translation>
    </message>
    <message>
        <source>“{0}”不为{1}时</source>
        <translation>if “{0}” is not {1}</translation>
    </message>
    <message>
        <source>“{0}”不能用在这类文书里</source>
        <translation>“{0}” cannot be used in this kind of document</translation>
    </message>
    <message>
        <source>“{0}”为{1}时</source>
        <translation>if “{0}” is {1}</translation>
    </message>
    <message>
        <source>“{0}”逐条一段</source>
        <translation>one paragraph for each of “{0}”</translation>
    </message>
    <message>
        <source>一审已判，尚未生效</source>
        <translation>First judgment, not final</translation>
    </message>
    <message>
        <source>一审裁判生效</source>
        <translation>First judgment in force</translation>
    </message>
    <message>
        <source>上次发送中断，没有等到回执，已重新排队</source>
        <translation>The last sending was cut before a receipt came; queued again</translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation>Assigned from above</translation>
    </message>
    <message>
        <source>上诉期满</source>
        <translation>Appeal by</translation>
    </message>
    <message>
        <source>下一年度放假安排尚未导入</source>
        <translation>Next year's holiday calendar not imported yet</translation>
    </message>
    <message>
        <source>不予公开</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>不予公开和部分公开须审批</source>
        <translation>Refusals, in whole or in part</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>不予处理</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>不同意公开</source>
        <translation>Objects</translation>
    </message>
    <message>
        <source>不告知救济</source>
        <translation>No remedy is named</translation>
    </message>
    <message>
        <source>不得公开</source>
        <translation>Must not be disclosed</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>不需要审批</source>
        <translation>No approval</translation>
    </message>
    <message>
        <source>与已收数据包分叉（窗口可能由备份恢复），请办公室核实</source>
        <translation>Forks from packets held (the window may be restored from a backup); the office has to look into it</translation>
    </message>
    <message>
        <source>与表格一致</source>
        <translation>Agrees with the table</translation>
    </message>
    <message>
        <source>与表格不符</source>
        <translation>Differs from the table</translation>
    </message>
    <message>
        <source>专项统计类</source>
        <translation>Special statistics</translation>
    </message>
    <message>
        <source>业务动态类</source>
        <translation>Business updates</translation>
    </message>
    <message>
        <source>中心库</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>中心库不允许本窗口这样做，请主管办公室核实登记</source>
        <translation>The hub does not let this window do so; ask the supervising office to check its enrolment</translation>
    </message>
    <message>
        <source>中心库不接受本窗口的登录，请核对密码，或者请主管办公室核实是否停用</source>
        <translation>The hub refuses this window's login; check the password, or ask the supervising office whether it is revoked</translation>
    </message>
    <message>
        <source>中心库尚未建好，或者版本不同，请联系主管办公室</source>
        <translation>The hub is not ready or of another version; contact the supervising office</translation>
    </message>
    <message>
        <source>中心库已没有这一份（可能由备份恢复过），重新报送</source>
        <translation>The hub holds this one no more (it may have been restored from a backup); sent once more</translation>
    </message>
    <message>
        <source>中心库的磁盘已满，请主管办公室清理，稍后自动重发</source>
        <translation>The hub's disk is full; the supervising office has to make room. Sent again by itself later</translation>
    </message>
    <message>
        <source>中心库的证书不符，已停止发送，请主管办公室核实地址和证书</source>
        <translation>The hub's certificate does not match; nothing was sent, ask the supervising office to check address and certificate</translation>
    </message>
    <message>
        <source>中止审理</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>主动公开数据</source>
        <translation>Proactive disclosure figures</translation>
    </message>
    <message>
        <source>主流媒体播发政府新闻信息</source>
        <translation>Government news items in mainstream media</translation>
    </message>
    <message>
        <source>主管办公室</source>
        <translation>Supervising office</translation>
    </message>
    <message>
        <source>举报</source>
        <translation>Report of wrongdoing</translation>
    </message>
    <message>
        <source>之前的日期尚未日结</source>
        <translation>An earlier day is not closed</translation>
    </message>
    <message>
        <source>予以公开</source>
        <translation>Disclosed</translation>
    </message>
    <message>
        <source>二十一位数字</source>
        <translation>Twenty-one digits</translation>
    </message>
    <message>
        <source>人民法院裁判</source>
        <translation>Court judgment</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>今日到期未答复</source>
        <translation>Due today, no reply</translation>
    </message>
    <message>
        <source>任务已取消</source>
        <translation>Job cancelled</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>作出决定（裁判）</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>例外开放</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>依申请公开信息目录</source>
        <translation>Catalogue entries disclosed on request</translation>
    </message>
    <message>
        <source>依申请公开登记簿</source>
        <translation>Register of applications</translation>
    </message>
    <message>
        <source>保密审查</source>
        <translation>Confidentiality review</translation>
    </message>
    <message>
        <source>保护第三方合法权益</source>
        <translation>Protects a third party's lawful interests</translation>
    </message>
    <message>
        <source>信息领域</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>信访举报投诉类申请</source>
        <translation>Petition, report or complaint</translation>
    </message>
    <message>
        <source>停用办公室人员</source>
        <translation>Person of the office shut out</translation>
    </message>
    <message>
        <source>停用窗口</source>
        <translation>Window shut out</translation>
    </message>
    <message>
        <source>光盘</source>
        <translation>Optical disc</translation>
    </message>
    <message>
        <source>全文电子化的主动公开信息</source>
        <translation>Published items with full electronic text</translation>
    </message>
    <message>
        <source>全部答复须审批</source>
        <translation>Every reply</translation>
    </message>
    <message>
        <source>公务员培训</source>
        <translation>Training of civil servants</translation>
    </message>
    <message>
        <source>公开工作人员培训</source>
        <translation>Training of disclosure officers</translation>
    </message>
    <message>
        <source>六段式（地区-部门-类别-分组-日期-顺序号）</source>
        <translation>Six parts (region-department-class-group-date-sequence)</translation>
    </message>
    <message>
        <source>共同制作机关</source>
        <translation>Co-maker</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他培训</source>
        <translation>Other training</translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation>Closed otherwise</translation>
    </message>
    <message>
        <source>其他快递企业</source>
        <translation>Another courier</translation>
    </message>
    <message>
        <source>其他法律行政法规禁止公开</source>
        <translation>Disclosure forbidden by other law or regulation</translation>
    </message>
    <message>
        <source>其他类</source>
        <translation>Other kinds</translation>
    </message>
    <message>
        <source>其他结果</source>
        <translation>Other result</translation>
    </message>
    <message>
        <source>其他行政机关</source>
        <translation>Another agency</translation>
    </message>
    <message>
        <source>内容校验或者签名不符</source>
        <translation>Hash or signature does not hold</translation>
    </message>
    <message>
        <source>决定收取信息处理费</source>
        <translation>Processing fee decided</translation>
    </message>
    <message>
        <source>出生日期晚于今天，请核对</source>
        <translation>The date of birth lies after today, please check</translation>
    </message>
    <message>
        <source>分列申请事项</source>
        <translation>Items listed</translation>
    </message>
    <message>
        <source>前段码与后段码之间应为“/”</source>
        <translation>A “/” stands between the first and the last part</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>勾稽关系不符</source>
        <translation>An identity does not hold</translation>
    </message>
    <message>
        <source>卡纸</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>危及“三安全一稳定”</source>
        <translation>Endangers national, public or economic security or social stability</translation>
    </message>
    <message>
        <source>发出征求意见书</source>
        <translation>Consultation letter sent</translation>
    </message>
    <message>
        <source>发回重审</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>口头</source>
        <translation>Orally</translation>
    </message>
    <message>
        <source>另定答复日期</source>
        <translation>Later date set</translation>
    </message>
    <message>
        <source>只显示后段码（年-流水号）</source>
        <translation>Last part only (year-serial)</translation>
    </message>
    <message>
        <source>只有金额可以大写，“{0}”不是金额</source>
        <translation>only sums of money have capitals, “{0}” is none</translation>
    </message>
    <message>
        <source>可以公开</source>
        <translation>May be disclosed</translation>
    </message>
    <message>
        <source>台湾居民来往大陆通行证</source>
        <translation>Mainland travel permit for Taiwan residents</translation>
    </message>
    <message>
        <source>号码中有不应出现的字符，请核对</source>
        <translation>The number contains characters that do not belong, please check</translation>
    </message>
    <message>
        <source>号码位数过多，请核对</source>
        <translation>The number is too long, please check</translation>
    </message>
    <message>
        <source>号码尚未输完</source>
        <translation>The number is incomplete</translation>
    </message>
    <message>
        <source>号码格式与所选证件类型不符，请核对证件类型或号码</source>
        <translation>The number does not have the form of the chosen document: check the kind or the number</translation>
    </message>
    <message>
        <source>同一申请</source>
        <translation>The same application</translation>
    </message>
    <message>
        <source>同意公开</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>听取意见（开庭）</source>
        <translation>Hearing</translation>
    </message>
    <message>
        <source>告知信访渠道</source>
        <translation>Told of the petition channel</translation>
    </message>
    <message>
        <source>告知补正</source>
        <translation>Correction requested</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>咨询投诉</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>咨询投诉今日到期未答复</source>
        <translation>Enquiry due today, no reply</translation>
    </message>
    <message>
        <source>咨询投诉办理中</source>
        <translation>Enquiry in progress</translation>
    </message>
    <message>
        <source>咨询投诉已逾期未答复</source>
        <translation>Enquiry overdue, no reply</translation>
    </message>
    <message>
        <source>咨询投诉登记簿</source>
        <translation>Register of enquiries</translation>
    </message>
    <message>
        <source>商业企业</source>
        <translation>Business enterprise</translation>
    </message>
    <message>
        <source>国家目录系统（机构代码/年-流水号）</source>
        <translation>National catalogue system (organisation code/year-serial)</translation>
    </message>
    <message>
        <source>地方调整</source>
        <translation>Local arrangement</translation>
    </message>
    <message>
        <source>培训班次</source>
        <translation>Training classes</translation>
    </message>
    <message>
        <source>填写项名称“{0}”已经有了，请换一个</source>
        <translation>there is a slot “{0}” already, choose another name</translation>
    </message>
    <message>
        <source>填有“{0}”时</source>
        <translation>if “{0}” is known</translation>
    </message>
    <message>
        <source>墨粉或者墨水用完</source>
        <translation>Out of toner or ink</translation>
    </message>
    <message>
        <source>复议前置</source>
        <translation>Reconsideration first</translation>
    </message>
    <message>
        <source>复议后起诉</source>
        <translation>Litigation after reconsideration</translation>
    </message>
    <message>
        <source>复议或者诉讼</source>
        <translation>Reconsideration or litigation</translation>
    </message>
    <message>
        <source>复议诉讼</source>
        <translation>Dispute</translation>
    </message>
    <message>
        <source>复议诉讼期限</source>
        <translation>Disputes</translation>
    </message>
    <message>
        <source>复议诉讼登记簿</source>
        <translation>Register of disputes</translation>
    </message>
    <message>
        <source>外国人永久居留身份证</source>
        <translation>Foreign permanent resident identity card</translation>
    </message>
    <message>
        <source>外国护照</source>
        <translation>Foreign passport</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>委托送达</source>
        <translation>By another agency</translation>
    </message>
    <message>
        <source>字库里没有“{0}”，请换一个字</source>
        <translation>the fonts lack “{0}”, use another character</translation>
    </message>
    <message>
        <source>存档与签发时不一致，没有送出</source>
        <translation>Stored file differs from the issued one, not sent</translation>
    </message>
    <message>
        <source>审批同意</source>
        <translation>Draft approved</translation>
    </message>
    <message>
        <source>审理中</source>
        <translation>Being heard</translation>
    </message>
    <message>
        <source>对首次处理不满意的行政申诉</source>
        <translation>Appeals against the first handling</translation>
    </message>
    <message>
        <source>尚未办结</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident identity card</translation>
    </message>
    <message>
        <source>属于三类内部事务信息</source>
        <translation>Internal affairs of the three kinds</translation>
    </message>
    <message>
        <source>属于四类过程性信息</source>
        <translation>Deliberative information of the four kinds</translation>
    </message>
    <message>
        <source>属于国家秘密</source>
        <translation>State secret</translation>
    </message>
    <message>
        <source>属于行政执法案卷</source>
        <translation>Enforcement case file</translation>
    </message>
    <message>
        <source>属于行政查询事项</source>
        <translation>Matter of administrative inquiry</translation>
    </message>
    <message>
        <source>履行完毕</source>
        <translation>Complied with</translation>
    </message>
    <message>
        <source>履行截止</source>
        <translation>Comply by</translation>
    </message>
    <message>
        <source>工作人员培训</source>
        <translation>Training of staff</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>工作考核</source>
        <translation>Work assessment</translation>
    </message>
    <message>
        <source>已中止</source>
        <translation>Stands still</translation>
    </message>
    <message>
        <source>已写入文件夹，待主管办公室读取</source>
        <translation>Written to a folder, to be read by the supervising office</translation>
    </message>
    <message>
        <source>已出过一份，补打需写明原因</source>
        <translation>One copy is out: another needs its reason</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已发未回执</source>
        <translation>Sent, no receipt</translation>
    </message>
    <message>
        <source>已存为文件</source>
        <translation>Saved as a file</translation>
    </message>
    <message>
        <source>已审结</source>
        <translation>Decided finally</translation>
    </message>
    <message>
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已按要求重新排队</source>
        <translation>Queued again on request</translation>
    </message>
    <message>
        <source>已提起</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已收到哪里</source>
        <translation>Received up to</translation>
    </message>
    <message>
        <source>已收待核</source>
        <translation>Received, to be checked</translation>
    </message>
    <message>
        <source>已收（同一版本）</source>
        <translation>Accepted (same revision)</translation>
    </message>
    <message>
        <source>已被更高版本取代</source>
        <translation>Superseded by a higher revision</translation>
    </message>
    <message>
        <source>已解除</source>
        <translation>Lifted</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已送打印机</source>
        <translation>Sent to printer</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已逾期未答复</source>
        <translation>Overdue, no reply</translation>
    </message>
    <message>
        <source>年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>应急管理类</source>
        <translation>Emergency management</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Filed away</translation>
    </message>
    <message>
        <source>当场查阅、抄录</source>
        <translation>Read or copied on the spot</translation>
    </message>
    <message>
        <source>当场答复</source>
        <translation>Answer on the spot</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>征求意见</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>征求意见中</source>
        <translation>Under consultation</translation>
    </message>
    <message>
        <source>征求意见书送达</source>
        <translation>Consultation letter served</translation>
    </message>
    <message>
        <source>待履行</source>
        <translation>To be complied with</translation>
    </message>
    <message>
        <source>待我审批</source>
        <translation>For my approval</translation>
    </message>
    <message>
        <source>待提交答复</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>待确认收到</source>
        <translation>Waiting for confirmation of receipt</translation>
    </message>
    <message>
        <source>待缴费</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>待补正</source>
        <translation>Awaiting correction</translation>
    </message>
    <message>
        <source>待说明理由</source>
        <translation>Awaiting reasons</translation>
    </message>
    <message>
        <source>恢复审理</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>我的草稿</source>
        <translation>My drafts</translation>
    </message>
    <message>
        <source>打印中途出错</source>
        <translation>Error while printing</translation>
    </message>
    <message>
        <source>打印机不接受任务</source>
        <translation>The printer takes no jobs</translation>
    </message>
    <message>
        <source>打印机已停用</source>
        <translation>The printer is stopped</translation>
    </message>
    <message>
        <source>打印机没有连上</source>
        <translation>The printer is not connected</translation>
    </message>
    <message>
        <source>打印机盖未关</source>
        <translation>The printer's cover is open</translation>
    </message>
    <message>
        <source>打印机迟迟没有回音</source>
        <translation>No word from the printer</translation>
    </message>
    <message>
        <source>打印机需要查看</source>
        <translation>The printer needs a look</translation>
    </message>
    <message>
        <source>打印系统已没有这项任务的记录</source>
        <translation>The print system knows no such job any more</translation>
    </message>
    <message>
        <source>打印系统没有回应</source>
        <translation>The print system does not answer</translation>
    </message>
    <message>
        <source>找不到打印机</source>
        <translation>Printer not found</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>报请领导决定</source>
        <translation>Put before a superior</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>指引</source>
        <translation>Directed</translation>
    </message>
    <message>
        <source>按件</source>
        <translation>By items</translation>
    </message>
    <message>
        <source>按时</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>按量</source>
        <translation>By pages</translation>
    </message>
    <message>
        <source>接上一段</source>
        <translation>joins the paragraph before</translation>
    </message>
    <message>
        <source>提交答复截止</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>提交答复（答辩）</source>
        <translation>Answer submitted</translation>
    </message>
    <message>
        <source>提供资料</source>
        <translation>Material given</translation>
    </message>
    <message>
        <source>提起上诉</source>
        <translation>Appealed</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdrawal</translation>
    </message>
    <message>
        <source>撤回申请（撤诉）</source>
        <translation>Case withdrawn</translation>
    </message>
    <message>
        <source>撤回续接</source>
        <translation>Leave to go on withdrawn</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>收到决定书（裁判文书）</source>
        <translation>Decision served</translation>
    </message>
    <message>
        <source>收到意见</source>
        <translation>Opinion received</translation>
    </message>
    <message>
        <source>收到月份</source>
        <translation>Month of receipt</translation>
    </message>
    <message>
        <source>收到理由说明</source>
        <translation>Reasons received</translation>
    </message>
    <message>
        <source>收到申请书（起诉状）副本</source>
        <translation>Copy of the application or complaint received</translation>
    </message>
    <message>
        <source>收到补正</source>
        <translation>Correction received</translation>
    </message>
    <message>
        <source>收费通知送达</source>
        <translation>Fee notice served</translation>
    </message>
    <message>
        <source>放假调休安排</source>
        <translation>Holiday calendar</translation>
    </message>
    <message>
        <source>政府信息公开指南</source>
        <translation>Disclosure guide</translation>
    </message>
    <message>
        <source>政府信息公开目录</source>
        <translation>Catalogue of government information</translation>
    </message>
    <message>
        <source>政策法规类</source>
        <translation>Policies and regulations</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>救济途径，由程序按结果和日期写入</source>
        <translation>Remedies, written by the program by outcome and date</translation>
    </message>
    <message>
        <source>数据包</source>
        <translation>Packet</translation>
    </message>
    <message>
        <source>数据包内容与封存时不一致，未发送，请联系系统管理员</source>
        <translation>The packet is not what was sealed; not sent, contact the administrator</translation>
    </message>
    <message>
        <source>数据包内容与封面不一致或者无法读取</source>
        <translation>Contents and envelope disagree, or cannot be read</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>文书尚未打印</source>
        <translation>Document not printed yet</translation>
    </message>
    <message>
        <source>文书已作废，没有送出</source>
        <translation>Document is void, not sent</translation>
    </message>
    <message>
        <source>文书没有正文</source>
        <translation>the document has no text</translation>
    </message>
    <message>
        <source>文书送出</source>
        <translation>Document sent</translation>
    </message>
    <message>
        <source>新闻发布会</source>
        <translation>Press conferences</translation>
    </message>
    <message>
        <source>无正当理由大量反复申请</source>
        <translation>Repeated in great number without good reason</translation>
    </message>
    <message>
        <source>无法提供</source>
        <translation>Unavailable</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>日历完整</source>
        <translation>Calendar complete</translation>
    </message>
    <message>
        <source>日结</source>
        <translation>Daily close</translation>
    </message>
    <message>
        <source>日结数据待报送</source>
        <translation>Close to be sent</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>普通护照</source>
        <translation>Ordinary passport</translation>
    </message>
    <message>
        <source>暂存待核</source>
        <translation>Kept aside</translation>
    </message>
    <message>
        <source>更正答复文书</source>
        <translation>Reply corrected</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>有不成对的大括号，请改好或者从“插入填写项”中选取</source>
        <translation>a brace without its partner: mend it, or use Insert slot</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>服务类信息</source>
        <translation>Service information items</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due</translation>
    </message>
    <message>
        <source>未发</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>未填“{0}”时</source>
        <translation>if “{0}” is not known</translation>
    </message>
    <message>
        <source>未完成的草稿</source>
        <translation>Unfinished draft</translation>
    </message>
    <message>
        <source>未打印出</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>未打印文书</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>未报</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>未日结</source>
        <translation>Days not closed</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>未经复议直接起诉</source>
        <translation>Litigation without reconsideration</translation>
    </message>
    <message>
        <source>未能核对</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>未能送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>未送达文书</source>
        <translation>Letters not served</translation>
    </message>
    <message>
        <source>本年度放假安排尚未导入</source>
        <translation>This year's holiday calendar not imported yet</translation>
    </message>
    <message>
        <source>本文书不交给申请人，不能写“{0}”</source>
        <translation>this document does not go to the applicant and must not tell “{0}”</translation>
    </message>
    <message>
        <source>本机关不掌握相关政府信息</source>
        <translation>Not held by this agency</translation>
    </message>
    <message>
        <source>本机关自行纠正</source>
        <translation>On our own motion</translation>
    </message>
    <message>
        <source>本窗口较新的版本已计入，这一份不再处理</source>
        <translation>A newer revision of this window counts; this one needs nothing more</translation>
    </message>
    <message>
        <source>机构代码中的连字符应去掉</source>
        <translation>Take the hyphen out of the organisation code</translation>
    </message>
    <message>
        <source>机构代码的校验码不符，请核对</source>
        <translation>The organisation code's check digit does not fit, check it</translation>
    </message>
    <message>
        <source>机构职能类</source>
        <translation>Institution and functions</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>查阅</source>
        <translation>Materials read</translation>
    </message>
    <message>
        <source>校验码不符，请逐位核对号码</source>
        <translation>The check character does not match: compare each character</translation>
    </message>
    <message>
        <source>检索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>正在送往打印系统</source>
        <translation>Going to the print system</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>永久</source>
        <translation>Permanent</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Request for help</translation>
    </message>
    <message>
        <source>没有内容，请填写或者删去这一段</source>
        <translation>empty: fill it in or remove the paragraph</translation>
    </message>
    <message>
        <source>没有填写项“{0}”，请从“插入填写项”中选取</source>
        <translation>there is no slot “{0}”, use Insert slot</translation>
    </message>
    <message>
        <source>没有现成信息需要另行制作</source>
        <translation>Would have to be made first</translation>
    </message>
    <message>
        <source>没有送出，稍后自动重试</source>
        <translation>Not sent; tried again by itself later</translation>
    </message>
    <message>
        <source>法律服务机构</source>
        <translation>Legal service provider</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>流水号应为5位数字</source>
        <translation>The serial has 5 digits</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Residence permit for Hong Kong, Macao and Taiwan residents</translation>
    </message>
    <message>
        <source>港澳台居民居住证号码应以810000、820000或830000开头</source>
        <translation>Numbers of this residence permit start with 810000, 820000 or 830000</translation>
    </message>
    <message>
        <source>港澳居民来往内地通行证</source>
        <translation>Mainland travel permit for Hong Kong and Macao residents</translation>
    </message>
    <message>
        <source>版本号相同而内容不同</source>
        <translation>Same revision, other contents</translation>
    </message>
    <message>
        <source>现场</source>
        <translation>At the window</translation>
    </message>
    <message>
        <source>理由不合理</source>
        <translation>Unreasonable</translation>
    </message>
    <message>
        <source>理由合理</source>
        <translation>Reasonable</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请</source>
        <translation>Not corrected in time without good reason; no longer handled</translation>
    </message>
    <message>
        <source>申请人类别</source>
        <translation>Kind of applicant</translation>
    </message>
    <message>
        <source>申请人起诉期满</source>
        <translation>Can be sued until</translation>
    </message>
    <message>
        <source>申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请</source>
        <translation>Fee not paid in time; no longer handled</translation>
    </message>
    <message>
        <source>申请办理流程图</source>
        <translation>Flow chart of applications</translation>
    </message>
    <message>
        <source>申请渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>电子文档</source>
        <translation>Electronic document</translation>
    </message>
    <message>
        <source>电子送达</source>
        <translation>Electronically</translation>
    </message>
    <message>
        <source>电子邮件</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>留置送达</source>
        <translation>Left on refusal</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>登记办公室人员</source>
        <translation>Person of the office enrolled</translation>
    </message>
    <message>
        <source>登记窗口</source>
        <translation>Window enrolled</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>目录未载公开位置，请填写</source>
        <translation>The catalogue does not say where it is: fill it in</translation>
    </message>
    <message>
        <source>目录未载公开日期，暂填生成日期，请核对</source>
        <translation>The catalogue gives no day of publication: the date of creation was filled in, please check</translation>
    </message>
    <message>
        <source>目录未载公开日期，请填写</source>
        <translation>The catalogue gives no day of publication: fill it in</translation>
    </message>
    <message>
        <source>直接送达</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>社会公益组织</source>
        <translation>Public welfare organisation</translation>
    </message>
    <message>
        <source>社会评议</source>
        <translation>Public review</translation>
    </message>
    <message>
        <source>科研机构</source>
        <translation>Research institution</translation>
    </message>
    <message>
        <source>程序中断，没有送出</source>
        <translation>Program interrupted, not sent</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>窗口公钥</source>
        <translation>Window key</translation>
    </message>
    <message>
        <source>窗口未登记或者已停用</source>
        <translation>Window not enrolled, or shut out</translation>
    </message>
    <message>
        <source>窗口登记</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>第7至14位不是有效的出生日期，请核对</source>
        <translation>Characters 7 to 14 are no valid date of birth, please check</translation>
    </message>
    <message>
        <source>第一段不能“接上一段”</source>
        <translation>the first paragraph cannot join one before</translation>
    </message>
    <message>
        <source>第三方</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>第三方逾期未提出意见</source>
        <translation>Third party silent</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>等待他人</source>
        <translation>Waiting for others</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>签名处</source>
        <translation>place to sign</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>System administrator</translation>
    </message>
    <message>
        <source>索取号（机构编号分类号-编制年-流水号）</source>
        <translation>Retrieval number (agency and class-year compiled-serial)</translation>
    </message>
    <message>
        <source>索引号不符合已知的编码规则，请核对</source>
        <translation>The index number follows no known scheme, check it</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>终止审理</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>经办人确认没有打印出来</source>
        <translation>Clerk says it did not come out</translation>
    </message>
    <message>
        <source>结果纠正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>结果维持</source>
        <translation>Upheld</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>统一社会信用代码/年月-流水号</source>
        <translation>Unified social credit code/year and month-serial</translation>
    </message>
    <message>
        <source>统一社会信用代码的校验码不符，请核对</source>
        <translation>The unified social credit code's check digit does not fit, check it</translation>
    </message>
    <message>
        <source>续接</source>
        <translation>Chain let go on</translation>
    </message>
    <message>
        <source>缴费完成</source>
        <translation>Fee paid</translation>
    </message>
    <message>
        <source>缴费逾期</source>
        <translation>Not paid in time</translation>
    </message>
    <message>
        <source>缺少前一个数据包，到齐后自动计入</source>
        <translation>The packet before it is missing; counts once it arrives</translation>
    </message>
    <message>
        <source>缺少法定要素“{0}”：{1}</source>
        <translation>what the law asks is lacking, “{0}”: {1}</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>网站专栏页面访问量</source>
        <translation>Page views of the website's section</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>网络不通，或者中心库没有应答，稍后自动重发</source>
        <translation>No network, or the hub does not answer; sent again by itself later</translation>
    </message>
    <message>
        <source>自然人</source>
        <translation>Natural person</translation>
    </message>
    <message>
        <source>自行领取</source>
        <translation>Collected in person</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>行政事业性收费金额</source>
        <translation>Administrative charges collected</translation>
    </message>
    <message>
        <source>行政处罚处理决定数量</source>
        <translation>Administrative penalty decisions</translation>
    </message>
    <message>
        <source>行政复议</source>
        <translation>Administrative reconsideration</translation>
    </message>
    <message>
        <source>行政复议决定</source>
        <translation>Reconsideration decision</translation>
    </message>
    <message>
        <source>行政强制处理决定数量</source>
        <translation>Administrative compulsory measures</translation>
    </message>
    <message>
        <source>行政申诉</source>
        <translation>Administrative appeals</translation>
    </message>
    <message>
        <source>行政规范性文件制发件数</source>
        <translation>Administrative normative documents issued</translation>
    </message>
    <message>
        <source>行政规范性文件废止件数</source>
        <translation>Administrative normative documents repealed</translation>
    </message>
    <message>
        <source>行政规范性文件现行有效件数</source>
        <translation>Administrative normative documents in force</translation>
    </message>
    <message>
        <source>行政许可处理决定数量</source>
        <translation>Administrative licensing decisions</translation>
    </message>
    <message>
        <source>补正后申请内容仍不明确</source>
        <translation>Still unclear after correction</translation>
    </message>
    <message>
        <source>补正告知将到期</source>
        <translation>Notices due soon</translation>
    </message>
    <message>
        <source>补正逾期</source>
        <translation>Not corrected in time</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>表格：{0}</source>
        <translation>row: {0}</translation>
    </message>
    <message>
        <source>被征求意见机关逾期未提出意见</source>
        <translation>Agency asked is silent</translation>
    </message>
    <message>
        <source>要求提供公开出版物</source>
        <translation>Asks for a public publication</translation>
    </message>
    <message>
        <source>要求行政机关确认或重新出具已获取信息</source>
        <translation>Asks to confirm or reissue information already obtained</translation>
    </message>
    <message>
        <source>要求说明理由</source>
        <translation>Reasons demanded</translation>
    </message>
    <message>
        <source>规划计划类</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>规章制发件数</source>
        <translation>Rules issued</translation>
    </message>
    <message>
        <source>规章废止件数</source>
        <translation>Rules repealed</translation>
    </message>
    <message>
        <source>规章现行有效件数</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>解除锁定</source>
        <translation>Lock lifted</translation>
    </message>
    <message>
        <source>请填写证件号码</source>
        <translation>Enter the document number</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>Make-up working day</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>责任追究</source>
        <translation>Accountability</translation>
    </message>
    <message>
        <source>超过{0}个字，请分成几段</source>
        <translation>more than {0} characters, make several paragraphs of it</translation>
    </message>
    <message>
        <source>转12345</source>
        <translation>Passed to 12345</translation>
    </message>
    <message>
        <source>转依申请公开</source>
        <translation>Became an application</translation>
    </message>
    <message>
        <source>转办</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>转办待回复</source>
        <translation>Referred out</translation>
    </message>
    <message>
        <source>这一份没有送出，不影响其他各日，请联系系统管理员</source>
        <translation>This packet did not pass; the other days are not affected, contact the administrator</translation>
    </message>
    <message>
        <source>这一段不能改动或者删去：{0}</source>
        <translation>this paragraph must stay as it is: {0}</translation>
    </message>
    <message>
        <source>这份格式读不通：{0}</source>
        <translation>this wording cannot be read: {0}</translation>
    </message>
    <message>
        <source>连通</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>迟报</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Draft returned</translation>
    </message>
    <message>
        <source>退回的报送</source>
        <translation>Returned packets</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Served</translation>
    </message>
    <message>
        <source>送达待确认</source>
        <translation>Served, awaiting confirmation</translation>
    </message>
    <message>
        <source>通气会</source>
        <translation>Press briefings</translation>
    </message>
    <message>
        <source>逾期可办结</source>
        <translation>Lapsed</translation>
    </message>
    <message>
        <source>逾期未提出意见</source>
        <translation>No opinion in time</translation>
    </message>
    <message>
        <source>逾期未说明理由</source>
        <translation>No reasons in time</translation>
    </message>
    <message>
        <source>邮寄</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>邮寄送达（EMS）</source>
        <translation>Post (EMS)</translation>
    </message>
    <message>
        <source>邮寄送达（挂号信）</source>
        <translation>Registered post</translation>
    </message>
    <message>
        <source>部分公开</source>
        <translation>Disclosed in part</translation>
    </message>
    <message>
        <source>部分可以公开</source>
        <translation>May be disclosed in part</translation>
    </message>
    <message>
        <source>部分同意公开</source>
        <translation>Agrees in part</translation>
    </message>
    <message>
        <source>部分复议前置</source>
        <translation>Reconsideration first for a part</translation>
    </message>
    <message>
        <source>重复申请</source>
        <translation>Repeat application</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Dealt with again</translation>
    </message>
    <message>
        <source>锁定期间</source>
        <translation>Period locked</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>attachment</translation>
    </message>
    <message>
        <source>页末小字</source>
        <translation>small print at the end</translation>
    </message>
    <message>
        <source>领取资料</source>
        <translation>Materials taken</translation>
    </message>
    <message>
        <source>领导决定</source>
        <translation>Superior decided</translation>
    </message>
    <message>
        <source>领导干部培训</source>
        <translation>Training of leading officials</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Yellow</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>{0} 登记</source>
        <translation>recorded {0}</translation>
    </message>
    <message>
        <source>{0} 补记</source>
        <translation>recorded late on {0}</translation>
    </message>
    <message>
        <source>{0}. {1}（{2}）</source>
        <translation>{0}. {1} ({2})</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>从列表、待办或 F3 查找打开一件申请。</source>
        <translation>Open an application from the list, the to-do board or with F3.</translation>
    </message>
    <message>
        <source>作废：{0}</source>
        <translation>Voided: {0}</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>依据：{0}</source>
        <translation>Basis: {0}</translation>
    </message>
    <message>
        <source>保管期限</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>公共利益的理由</source>
        <translation>Public interest</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>决定书</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>出具文书</source>
        <translation>Issue document</translation>
    </message>
    <message>
        <source>办理经过</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>审查人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>已由 {0} 更正</source>
        <translation>corrected by {0}</translation>
    </message>
    <message>
        <source>已送达，待双方确认，期限未起算</source>
        <translation>Served, awaiting confirmation by both sides; the period does not run</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>所选一行的全文</source>
        <translation>The chosen line in full</translation>
    </message>
    <message>
        <source>批准人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>提起</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Corrects</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>open</translation>
    </message>
    <message>
        <source>检索人</source>
        <translation>Searched by</translation>
    </message>
    <message>
        <source>检索范围</source>
        <translation>Where was searched</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>第 {0} 份</source>
        <translation>No. {0}</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>计收方式</source>
        <translation>Basis of the fee</translation>
    </message>
    <message>
        <source>说明：{0}</source>
        <translation>Note: {0}</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>领导</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>trial</name>
    <message>
        <source>{0} 已登记，单位：{1}</source>
        <translation>{0} is enrolled, unit: {1}</translation>
    </message>
    <message>
        <source>{0} 已被停用，请联系主管办公室</source>
        <translation>{0} was revoked: ask the office</translation>
    </message>
    <message>
        <source>{0} 没有登记，或者这个登录名不是本窗口的；请主管办公室登记本窗口和公钥</source>
        <translation>{0} is not enrolled, or this login is not this window's: have the office enrol the window and its key</translation>
    </message>
    <message>
        <source>不接受登录：请核对登录名和密码，或者请主管办公室核实是否停用</source>
        <translation>The login is refused: check name and password, or ask the office whether it was revoked</translation>
    </message>
    <message>
        <source>与中心库相差 {0} 秒</source>
        <translation>{0} seconds from the hub's</translation>
    </message>
    <message>
        <source>与本机一致，核对码 {0}</source>
        <translation>the same as here, print {0}</translation>
    </message>
    <message>
        <source>与本机不一致：本机 {0}，中心库 {1}；请与主管办公室电话核对后，由办公室重新登记本窗口公钥</source>
        <translation>not the one here: here {0}, at the hub {1}; compare by telephone, then have the office enrol this window's key again</translation>
    </message>
    <message>
        <source>就在本机，不经过网络</source>
        <translation>on this machine, no network between</translation>
    </message>
    <message>
        <source>已加密（{0}），证书已核对</source>
        <translation>encrypted ({0}), certificate checked</translation>
    </message>
    <message>
        <source>已加密，证书已核对</source>
        <translation>encrypted, certificate checked</translation>
    </message>
    <message>
        <source>已建好，版本相同</source>
        <translation>ready, the same version</translation>
    </message>
    <message>
        <source>收到 {0}，链首 {1} 不在本机：本机可能由旧备份恢复，请看“设置—恢复后的编号”，并告知主管办公室</source>
        <translation>up to {0}, newest packet {1} is not here: this store may come from an old backup; see Settings – Numbering after restore, and tell the office</translation>
    </message>
    <message>
        <source>收到 {0}，链首 {1}，与本机相符</source>
        <translation>up to {0}, newest packet {1}, as here</translation>
    </message>
    <message>
        <source>文件不需要登录</source>
        <translation>a file needs no login</translation>
    </message>
    <message>
        <source>文件打得开</source>
        <translation>the file opens</translation>
    </message>
    <message>
        <source>本机比中心库快 {1} 分钟，请校准本机的时钟</source>
        <translation>{1} minutes ahead of the hub: set this machine's clock right</translation>
    </message>
    <message>
        <source>本机比中心库慢 {1} 分钟，请校准本机的时钟</source>
        <translation>{1} minutes behind the hub: set this machine's clock right</translation>
    </message>
    <message>
        <source>本机的文件，不经过网络</source>
        <translation>a file on this machine, no network between</translation>
    </message>
    <message>
        <source>没有建好，或者版本不同，请联系主管办公室</source>
        <translation>not set up, or of another version: ask the office</translation>
    </message>
    <message>
        <source>没有成功，请稍后再试，或者联系系统管理员</source>
        <translation>did not succeed: try again later, or ask the administrator</translation>
    </message>
    <message>
        <source>登录名和密码有效</source>
        <translation>name and password are accepted</translation>
    </message>
    <message>
        <source>磁盘已满，请主管办公室清理中心库的磁盘</source>
        <translation>its disk is full: the supervising office has to make room there</translation>
    </message>
    <message>
        <source>证书不符，可能不是真的中心库，没有登录；请主管办公室核实证书</source>
        <translation>the certificate is wrong, this may not be the hub, nobody signed in: ask the office about the certificate</translation>
    </message>
    <message>
        <source>还没有收到本窗口的数据</source>
        <translation>nothing received from this window yet</translation>
    </message>
    <message>
        <source>这个登录名没有窗口的权限，请主管办公室核实登记</source>
        <translation>this login has no window's rights: ask the office about the enrolment</translation>
    </message>
    <message>
        <source>连不上：请检查网络和地址；数据照常封存，连通后自动报送</source>
        <translation>cannot be reached: check network and address; days are sealed as ever and sent when there is a way</translation>
    </message>
    <message>
        <source>连得上</source>
        <translation>reached</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>{0} 年 {1} 月只有 {2} 天，没有 {3} 日</source>
        <translation>{1}/{0} has only {2} days, there is no day {3}</translation>
    </message>
    <message>
        <source>年份 {0} 不对，请写四位年份，例如 {1}</source>
        <translation>Year {0} is wrong: write four digits, for example {1}</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>没有 {0} 月，请改正日期，例如 {1}</source>
        <translation>There is no month {0}: correct the date, for example {1}</translation>
    </message>
    <message>
        <source>电话号码只含数字、“-”和“+”，共 5 至 20 位</source>
        <translation>A phone number has digits, “-” and “+” only, 5 to 20 characters</translation>
    </message>
    <message>
        <source>看不出是哪一天，请写成 {0}、3.2（今年 3 月 2 日）或 +5（5 天后）</source>
        <translation>Which day is meant? Write {0}, 3.2 (2 March this year) or +5 (in 5 days)</translation>
    </message>
    <message>
        <source>请填 {0} 至 {1} 之间的整数</source>
        <translation>Enter a whole number between {0} and {1}</translation>
    </message>
    <message>
        <source>金额最多两位小数，不能为负，例如 380.00</source>
        <translation>At most two decimals and not negative, for example 380.00</translation>
    </message>
    <message>
        <source>金额请写成数字，例如 380.00</source>
        <translation>Write the amount as a number, for example 380.00</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废 {0}</source>
        <translation>Void {0}</translation>
    </message>
    <message>
        <source>已打印 {0} 份，请收回</source>
        <translation>{0} printed: take them back</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销上一步　{0}</source>
        <translation>Undo the last step of {0}</translation>
    </message>
    <message>
        <source>此后根据这一步出具的文书，勾选的一并作废</source>
        <translation>Documents issued since that rest on it; those ticked are voided too</translation>
    </message>
    <message>
        <source>状态、期限和结果恢复到这一步以前。作废的文书保留文号和原因，不再打印、送达。</source>
        <translation>State, due date and outcome are what they were before it. Voided documents keep their number and the reason and are neither printed nor served again.</translation>
    </message>
    <message>
        <source>这一步</source>
        <translation>The step</translation>
    </message>
    <message>
        <source>连同</source>
        <translation>With it</translation>
    </message>
    <message>
        <source>随这一步出具的文书</source>
        <translation>Documents issued with it</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>已用恢复密钥登录，请到“设置”更换密码</source>
        <translation>Signed in with the recovery key: change your password in Settings</translation>
    </message>
    <message>
        <source>数据由备份恢复，编号已暂停，请负责人到“设置”填写已发出的最大号码</source>
        <translation>Data was restored from a backup and numbering is paused: the supervisor gives the highest numbers issued in Settings</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{0} · 必备</source>
        <translation>{0} · required</translation>
    </message>
    <message>
        <source>{0}换新</source>
        <translation>new from {0}</translation>
    </message>
    <message>
        <source>{0}：文字相同</source>
        <translation>{0}: the same words</translation>
    </message>
    <message>
        <source>⚠ 读不出</source>
        <translation>⚠ unreadable</translation>
    </message>
    <message>
        <source>不能修改</source>
        <translation>cannot be changed</translation>
    </message>
    <message>
        <source>与原文对照</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>从生效之日起签发的文书用新的文字；已签发的文书不变。</source>
        <translation>Documents issued from that day on use the new words; those issued before stay as they are.</translation>
    </message>
    <message>
        <source>修改原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原版本</source>
        <translation>earlier</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>发布人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>发布新版本</source>
        <translation>Publish a new version</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>填什么</source>
        <translation>What is filled in</translation>
    </message>
    <message>
        <source>填写项</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>已修改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>所填内容齐全时才印</source>
        <translation>printed only when all is known</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入填写项</source>
        <translation>Insert slot</translation>
    </message>
    <message>
        <source>撤回：{0}</source>
        <translation>Withdrawn: {0}</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>number</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>text</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>未生效</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>article</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>生效日期</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>登记簿里没有的内容，签发时由经办人填写。</source>
        <translation>Something the register does not hold: whoever issues the document fills it in.</translation>
    </message>
    <message>
        <source>第{0}段</source>
        <translation>Paragraph {0}</translation>
    </message>
    <message>
        <source>第{0}段：{1}</source>
        <translation>paragraph {0}: {1}</translation>
    </message>
    <message>
        <source>自设填写项</source>
        <translation>Own slot</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>choice</translation>
    </message>
    <message>
        <source>逐条</source>
        <translation>list</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>sum</translation>
    </message>
    <message>
        <source>键入名称的一部分来选取；签发时程序在这里填入内容。</source>
        <translation>Type a part of its name; when a document is issued the program fills it in here.</translation>
    </message>
    <message>
        <source>随程序提供</source>
        <translation>came with the program</translation>
    </message>
</context>
</TS>
