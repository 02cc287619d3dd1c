import type { Language } from './languages';

/* What DICOM attributes are in a clinician's words, by keyword. One that is not here is told by its tag alone. */

type Names = readonly [en: string, zh: string, ja: string];

const UID_OF_FRAME: Names = ['the frame of reference', '参考坐标系', '基準座標系'];
const FRACTIONS: Names = ['the fractions of the plan', '计划的分次', '治療計画の分割'];
const REGISTRATION: Names = ['the registration', '配准', '位置合わせ'];
const CONTOURS: Names = ['the contours', '轮廓', '輪郭'];
const STRUCTURES: Names = ['the list of structures', '结构列表', '構造の一覧'];
const DVH: Names = ['the planning system’s DVH', '计划系统的 DVH', '計画装置の DVH'];
const DEFORMATION: Names = ['the deformation', '形变', '変形'];
const OF_PLAN: Names = ['the plan that the dose is of', '剂量所属的计划', '線量の治療計画'];

const NAMES: Readonly<Record<string, Names>> = {
  PatientID: ['the patient ID', '患者 ID', '患者 ID'],
  PatientName: ['the patient name', '患者姓名', '患者名'],
  StudyInstanceUID: ['the study that it belongs to', '所属检查', '属する検査'],
  SeriesInstanceUID: ['the series that it belongs to', '所属序列', '属するシリーズ'],
  SOPInstanceUID: ['its own identifier', '自身的标识', '自身の識別子'],
  SOPClassUID: ['what kind of object it is', '对象类型', 'オブジェクトの種類'],
  TransferSyntaxUID: ['how it is encoded', '编码方式', '符号化の方式'],
  SpecificCharacterSet: ['its character set', '字符集', '文字集合'],
  FrameOfReferenceUID: UID_OF_FRAME,
  ReferencedFrameOfReferenceUID: UID_OF_FRAME,
  SourceFrameOfReferenceUID: UID_OF_FRAME,
  ImagePositionPatient: ['the place of the image', '图像位置', '画像の位置'],
  ImageOrientationPatient: ['the orientation of the image', '图像方向', '画像の向き'],
  PixelSpacing: ['the pixel spacing', '像素间距', '画素の間隔'],
  Rows: ['the number of rows', '行数', '行数'],
  Columns: ['the number of columns', '列数', '列数'],
  NumberOfFrames: ['the number of planes', '层面数', '面の数'],
  BitsAllocated: ['the bits of a value', '数值位数', '値のビット数'],
  RescaleSlope: ['the scale of the CT values', 'CT 值的比例', 'CT 値の倍率'],
  RescaleIntercept: ['the offset of the CT values', 'CT 值的偏移', 'CT 値のオフセット'],
  PixelData: ['the image or dose values', '图像或剂量数据', '画像または線量の値'],
  DoseUnits: ['the unit of the dose', '剂量单位', '線量の単位'],
  DoseType: ['the kind of dose', '剂量类型', '線量の種類'],
  DoseSummationType: ['what the dose is the sum of', '剂量的求和范围', '線量が何の合計か'],
  DoseGridScaling: ['the scale of the dose', '剂量比例系数', '線量の倍率'],
  GridFrameOffsetVector: ['the places of the dose planes', '剂量层面的位置', '線量面の位置'],
  DVHSequence: DVH,
  DVHData: DVH,
  DVHDoseScaling: DVH,
  StructureSetROISequence: STRUCTURES,
  ROINumber: ['the number of a structure', '结构编号', '構造の番号'],
  ROIName: ['the name of a structure', '结构名称', '構造の名前'],
  ROIContourSequence: CONTOURS,
  ContourSequence: CONTOURS,
  ContourData: CONTOURS,
  ContourGeometricType: ['the kind of a contour', '轮廓类型', '輪郭の種類'],
  NumberOfContourPoints: ['the number of points of a contour', '轮廓点数', '輪郭の点の数'],
  FractionGroupSequence: FRACTIONS,
  NumberOfFractionsPlanned: ['the number of fractions', '分次数', '分割回数'],
  ReferencedFractionGroupSequence: FRACTIONS,
  ReferencedFractionGroupNumber: FRACTIONS,
  BeamSequence: ['the beams of the plan', '计划的射野', '治療計画のビーム'],
  ReferencedBeamSequence: ['the beams that the dose is of', '剂量所属的射野', '線量のビーム'],
  BeamDose: ['the dose of a beam', '射野剂量', 'ビームの線量'],
  TargetPrescriptionDose: ['the prescription', '处方剂量', '処方線量'],
  RadiationType: ['the kind of radiation', '射线类型', '放射線の種類'],
  ReferencedRTPlanSequence: OF_PLAN,
  ReferencedSOPInstanceUID: ['what it refers to', '引用的对象', '参照先'],
  ReferencedStructureSetSequence: ['the structure set that it refers to', '引用的结构集', '参照する構造セット'],
  RegistrationSequence: REGISTRATION,
  MatrixRegistrationSequence: REGISTRATION,
  MatrixSequence: REGISTRATION,
  FrameOfReferenceTransformationMatrix: ['the matrix of the registration', '配准矩阵', '位置合わせの行列'],
  FrameOfReferenceTransformationMatrixType: ['the kind of the registration', '配准类型', '位置合わせの種類'],
  DeformableRegistrationSequence: DEFORMATION,
  DeformableRegistrationGridSequence: DEFORMATION,
  VectorGridData: DEFORMATION,
  GridDimensions: DEFORMATION,
  GridResolution: DEFORMATION,
};

const LANGUAGES: readonly Language[] = ['en', 'zh', 'ja'];

/** What the attribute at a place `(3004,0002) DoseUnits` is; undefined for another place, and for one without a name. */
export function attributeAt(language: Language, where: string | undefined): string | undefined {
  const keyword = /^\([0-9A-F]{4},[0-9A-F]{4}\) (\w+)/.exec(where ?? '')?.[1];
  return keyword !== undefined && Object.hasOwn(NAMES, keyword) ? NAMES[keyword][LANGUAGES.indexOf(language)] : undefined;
}
